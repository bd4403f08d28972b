import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// What stands around a name in its sentence, as the model of people is told it, and what belongs to the name.
@Suite struct NameSignTests {
  private func name(_ surface: String, in text: String) throws -> NameMention {
    let names = NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text))).names
    return try #require(names.first { $0.surface == surface }, "\(names.map(\.surface))")
  }

  private func has(_ sign: String, _ name: NameMention) -> Bool { name.features.contains(NameFeatures.hash(sign)) }

  private func hasWord(_ word: String, _ name: NameMention) -> Bool {
    name.features.contains(NameFeatures.hash(word) | NameFeatures.firstWord)
  }

  @Test(arguments: [
    ("He said \"Tom, wait.\"", "Tom", "vocative", true), ("“王总，您看”", "王总", "vocative", true),
    ("Tom, wait.", "Tom", "vocative", false), ("He said \"Tom waits.\"", "Tom", "vocative", false),
    ("Tom rang.", "Tom", "at:start", true), ("Met Tom.", "Tom", "at:start", false),
    ("> Tom rang.", "Tom", "block:quote", true), ("Tom rang.", "Tom", "block:quote", false),
    ("- Tom rang.", "Tom", "block:item", true), ("- [ ] ring Tom", "Tom", "block:task", true),
    ("# Tom", "Tom", "block:heading", true), ("| a | b |\n|---|---|\n| Tom | x |", "Tom", "block:row", true),
    ("---\ncontact: Tom Reed\n---\nx", "Tom Reed", "block:front", true),
    ("Tom and Ann rang.", "Ann", "rank:later", true), ("Tom and Ann rang.", "Tom", "rank:first", true),
    ("Tom, Ann rang.", "Tom", "list:before-name", true), ("Tom and Ann rang.", "Tom", "list:before-name", false),
    ("Tom's guys", "Tom", "frame:possessive", true), ("Tom says no.", "Tom", "frame:speech", true),
    ("见你们胡师傅", "胡师傅", "yours", true), ("见我们胡师傅", "胡师傅", "yours", false),
    ("财务王总", "王总", "title:any", true), ("Tom rang.", "Tom", "title:any", false),
  ])
  func signs(text: String, surface: String, sign: String, isThere: Bool) throws {
    #expect(has(sign, try name(surface, in: text)) == isThere)
  }

  /// Words count by how near they stand; nothing is a word too.
  @Test(arguments: [
    ("Tom rang.", "Tom", "b0:^", true), ("we met Tom", "Tom", "b0:^", false), ("we met Tom", "Tom", "b0:met", true),
    ("we met Tom", "Tom", "b1:we", true), ("we met Tom", "Tom", "a0:$", true),
    ("Tom rang back.", "Tom", "a0:rang", true),
    ("Tom rang back.", "Tom", "a0:$", false), ("Tom rang back.", "Tom", "a1:back", true),
    ("找王总谈价格", "王总", "a0:谈价", true), ("找王总谈价格", "王总", "a1:谈", true), ("找王总谈价格", "王总", "b0:找", true),
  ])
  func words(text: String, surface: String, word: String, isThere: Bool) throws {
    #expect(hasWord(word, try name(surface, in: text)) == isThere)
  }

  /// Words near a name that tell whose it is, what it does and whether it decides.
  @Test(arguments: [
    ("我朋友张伟来了", "张伟", "side.other"), ("my friend Tom rang", "Tom", "side.other"), ("代理商张伟来了", "张伟", "side.partner"),
    ("the installer Tom rang", "Tom", "side.partner"), ("友商的张伟来了", "张伟", "side.competitor"),
    ("their rep Tom rang", "Tom", "side.competitor"), ("儿子张伟来了", "张伟", "function.family"),
    ("her husband Tom rang", "Tom", "function.family"), ("前台张伟来了", "张伟", "part.none"),
    ("coffee with Tom today", "Tom", "part.none"), ("我们这边张伟来了", "张伟", "side.ours"),
  ])
  func wordsThatTellAPart(text: String, surface: String, concept: String) throws {
    let name = try name(surface, in: text)
    #expect(has("before:" + concept, name) && has("just before:" + concept, name))
  }

  @Test(arguments: [
    ("财务总监王芳来了", "王芳", "财务总监"), ("王立群副局长来了", "王立群副局长", "副局长"), ("Tom Reed, CFO, rang.", "Tom Reed", "cfo"),
    ("Old Pete rang", "Old Pete", ""), ("老板叫方静", "方静", "老板"), ("Tom Reed rang", "Tom Reed", ""),
    ("Anil in compliance rang", "Anil", "compliance"),
    ("王总，采购总监", "王总", "总 采购总监"), ("王总，问了一下主任的意见", "王总", "总"), ("Mr Lowell rang", "Mr Lowell", "mr"),
    ("CFO Priya Raman rang", "Priya Raman", "cfo"), ("小吴总来了", "小吴总", "总"),
  ])
  func titles(text: String, surface: String, title: String) throws {
    let read = try name(surface, in: text).title
    #expect(read == title)
  }

  /// The organisation told right beside a name.
  @Test(arguments: [
    ("神州联创汪总来了", "汪总", "神州联创"), ("Linda(Keystone Mail) rang", "Linda", "Keystone Mail"), ("Linda（仲远）来了", "Linda", "仲远"),
    ("Gus at Keystone Mail rang", "Gus", "Keystone Mail"),
    ("Gus from F&F rang", "Gus", "F&F"), ("Gus from Studio 54 rang", "Gus", "Studio 54"),
    ("Gus from finance rang", "Gus", nil),
    ("Gus rang", "Gus", nil), ("Gus attests to it", "Gus", nil), ("Linda（财务）来了", "Linda", nil),
    ("Gus at the door", "Gus", nil),
  ])
  func organisations(text: String, surface: String, organisation: String?) throws {
    let read = try name(surface, in: text).organisation
    #expect(read == organisation)
  }

  /// Another name of the same person, in brackets behind or a role beside.
  @Test(arguments: [
    ("丽姐（陈丽）来了", "丽姐", "陈丽"), ("王总（王立群）来了", "王总", "王立群"), ("her husband Tom rang", "Tom", "her husband"),
    ("女儿叫方静", "方静", "女儿"), ("Met Tom and Ann", "Tom", nil), ("王总（李工）来了", "王总", nil), ("丽姐（陈方）来了", "丽姐", nil),
    ("王总（见过两次，下次他会带上王立群）", "王总", nil),
  ])
  func aliases(text: String, surface: String, alias: String?) throws {
    #expect(try name(surface, in: text).alias == alias)
  }
}
