import FactReading

extension Rule {
  /// Notes that show the rule at work: documentation and test in one. Both languages say the same.
  public struct Example: Sendable {
    /// The day as of which the notes are read: 2026-11-20.
    public static let asOf = "2026-11-20"
    /// On these notes the rule speaks.
    public let fires: Text
    /// On these it is silent: what was missing is there.
    public let silent: Text
    /// On these it is silent although they look alike: a denial, a plan, somebody else's affair, a matter of days.
    public let nearMiss: Text

    /// An example.
    public init(fires: Text, silent: Text, nearMiss: Text) {
      self.fires = fires
      self.silent = silent
      self.nearMiss = nearMiss
    }

    /// An example whose notes are of one deal at `stage`; the first entry is of `day`.
    init(at stage: Stage, from day: String = "2026-11-12", fires: [Line], silent: [Line], nearMiss: [Line]) {
      func note(_ lines: [Line]) -> Text { .notes(at: stage, from: day, lines) }
      self.init(fires: note(fires), silent: note(silent), nearMiss: note(nearMiss))
    }

    /// A line of an example's notes.
    enum Line: Sendable {
      /// The same in both languages.
      case text(Text)
      /// The heading of an entry of a day.
      case entry(String)

      /// A line in both languages.
      static func say(en: String, zh: String) -> Line { .text(Text(en: en, zh: zh)) }

      fileprivate func text(at stage: Stage) -> Text {
        switch self {
        case .text(let text): text
        case .entry(let day):
          Text(
            en: "# \(day) Larkfield Mills #stage/\(stage.rawValue)", zh: "# \(day) 长风纺织 #阶段/\(Self.chinese(stage))")
        }
      }

      private static func chinese(_ stage: Stage) -> String {
        switch stage {
        case .lead: "线索"
        case .opportunity: "商机"
        case .needs: "需求"
        case .value: "价值"
        case .exchange: "交换"
        case .care: "经营"
        case .lost: "丢单"
        }
      }
    }
  }
}

extension Text {
  /// Notes of one deal at `stage`; the first entry is of `day`.
  static func notes(at stage: Stage, from day: String = "2026-11-12", _ lines: [Rule.Example.Line]) -> Text {
    let all = [.entry(day)] + lines
    return Text(
      en: all.map { $0.text(at: stage).en }.joined(separator: "\n"),
      zh: all.map { $0.text(at: stage).zh }.joined(separator: "\n"))
  }
}

// Lines that many examples share, so that each shows what is its own.
extension Rule.Example.Line {
  /// The user, met, with a driver and a confirmed need.
  static let user = say(
    en:
      "Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.",
    zh: "见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。")
  /// He has seen that we can.
  static let userConvinced = say(
    en: "Ran his film on our demo line without a stop #value/capability.", zh: "用他们的膜在样机上跑了一遍，没停过 #价值/能力。")
  /// The decider, met, with a confirmed need.
  static let decider = say(
    en: "Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.",
    zh: "今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。")
  /// She has seen what she gains.
  static let deciderConvinced = say(
    en: "Showed Helen Marsh the saving: 80,000 a year, paid back in 18 months #value/benefit.",
    zh: "给李总算了账：一年省八万，一年半回本 #价值/收益。")
  /// The decider, known and not met.
  static let deciderUnmet = say(
    en: "Helen Marsh, the CFO, signs #role/economic. Nobody has met her.", zh: "财务李总说了算 #角色/拍板，还没见过。")
  /// Bought: the first line of a customer's notes.
  static let bought = say(
    en: "Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.",
    zh: "见了财务李总 #角色/拍板，她签了，42万 #交换/价格。")
  /// The user as a customer.
  static let userCalled = say(
    en: "Called Tom Reed, the production manager #role/user. The line is in since last week.",
    zh: "给生产部王经理打了电话 #角色/使用，设备上周装好了。")
  /// A step of ours with a date.
  static let nextStep = say(
    en: "Next step: I send the proposal by 2026-11-27. #commitment/ours", zh: "下一步：2026年11月27日前我把方案发过去。#承诺/我方")
}
