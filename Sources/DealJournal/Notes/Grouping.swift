/// Numbers in groups, each group ascending, all of them end to end in one array.
struct Grouping: Sendable {
  private let starts: [Int]
  private let members: [Int]

  /// Groups the positions of `groups` by what stands there, a number below `count`; positions of nil are in no group.
  init(_ groups: [Int?], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for case let group? in groups { starts[group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Int](repeating: 0, count: starts[count])
    for (position, group) in groups.enumerated() {
      guard let group else { continue }
      members[next[group]] = position
      next[group] += 1
    }
    self.starts = starts
    self.members = members
  }

  /// The members of a group.
  subscript(group: Int) -> ArraySlice<Int> { members[starts[group]..<starts[group + 1]] }
}
