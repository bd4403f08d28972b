import DealHealth
import DealJournal
import FactReading

// What reports call the values of the model, and how these are told in JSON: by their names there.

extension Stage: Encodable {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .lead: Text(en: "lead", zh: "线索")
    case .opportunity: Text(en: "opportunity", zh: "商机")
    case .needs: Text(en: "needs", zh: "确认需求")
    case .value: Text(en: "value", zh: "传递价值")
    case .exchange: Text(en: "exchange", zh: "价值交换")
    case .care: Text(en: "care", zh: "经营客户")
    case .lost: Text(en: "lost", zh: "丢单")
    }
  }
}

extension Role: Encodable {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .economic: Text(en: "decides", zh: "拍板")
    case .technical: Text(en: "checks", zh: "把关")
    case .user: Text(en: "uses it", zh: "使用")
    case .coach: Text(en: "guides us", zh: "内线")
    case .other: Text(en: "part unclear", zh: "角色不明")
    case .none: Text(en: "no part", zh: "不参与")
    }
  }
}

extension Side: Encodable {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .customer: Text(en: "customer", zh: "客户")
    case .ours: Text(en: "ours", zh: "我方")
    case .partner: Text(en: "partner", zh: "伙伴")
    case .competitor: Text(en: "competitor", zh: "对手")
    case .other: Text(en: "other", zh: "其他")
    }
  }
}

extension Commitment.State: Encodable {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .open: Text(en: "open", zh: "待办")
    case .overdue: Text(en: "overdue", zh: "过期")
    case .done: Text(en: "done", zh: "已做")
    case .broken: Text(en: "missed", zh: "没做到")
    }
  }
}

extension NeedStatus: Encodable {
  /// Its name in JSON, where the raw value would tell nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(title.en)
  }

  /// Its name for readers.
  var title: Text {
    switch self {
    case .unknown: Text(en: "unknown", zh: "不知道")
    case .stated: Text(en: "stated", zh: "提过")
    case .confirmed: Text(en: "confirmed", zh: "确认过")
    case .guided: Text(en: "guided", zh: "引导过")
    }
  }
}

extension UncheckedReason {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .unreadable: Text(en: "notes that could not be read", zh: "读不了的笔记")
    case .badFrontMatter: Text(en: "malformed front matter", zh: "格式有误的文件头")
    case .unknownMark: Text(en: "marks that mean nothing", zh: "不认识的标记")
    case .undated: Text(en: "entries without a date", zh: "没有日期的记录")
    case .ambiguousPerson: Text(en: "names that may be several people", zh: "分不清是谁的称呼")
    case .unassigned: Text(en: "lines of no deal that could be told", zh: "看不出是哪个单子的内容")
    }
  }
}

extension FactKind: Encodable {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .contact: Text(en: "contact", zh: "接触")
    case .needRequirement: Text(en: "requirement", zh: "要求")
    case .needDriver: Text(en: "why they want it", zh: "动因")
    case .needConfirmed: Text(en: "need confirmed", zh: "需求确认")
    case .needGuided: Text(en: "need guided", zh: "需求引导")
    case .valueCapability: Text(en: "shown that we can", zh: "能做到")
    case .valueBenefit: Text(en: "shown what they gain", zh: "有好处")
    case .valueDifference: Text(en: "shown why us", zh: "比别人强")
    case .trustUp: Text(en: "trust", zh: "信任")
    case .trustDown: Text(en: "doubt", zh: "疑虑")
    case .commitmentOurs: Text(en: "our promise", zh: "我方待办")
    case .commitmentTheirs: Text(en: "their promise", zh: "对方待办")
    case .commitmentDone: Text(en: "promise kept", zh: "已兑现")
    case .commitmentBroken: Text(en: "promise missed", zh: "没兑现")
    case .exchangeBudget: Text(en: "budget", zh: "预算")
    case .exchangePrice: Text(en: "price", zh: "报价")
    case .exchangeDiscount: Text(en: "concession", zh: "让步")
    case .exchangeTerms: Text(en: "terms", zh: "条款")
    case .exchangeInterest: Text(en: "our interest", zh: "我方利益")
    case .competitor: Text(en: "another way in play", zh: "竞争")
    case .decision: Text(en: "how they decide", zh: "决策")
    case .source: Text(en: "how it came about", zh: "来源")
    case .satisfactionFull: Text(en: "satisfied", zh: "满意")
    case .satisfactionPartial: Text(en: "not wholly satisfied", zh: "不太满意")
    case .satisfactionNone: Text(en: "not satisfied at all", zh: "很不满意")
    case .repeat: Text(en: "repeat business", zh: "复购")
    case .referral: Text(en: "referral", zh: "转介绍")
    }
  }
}
