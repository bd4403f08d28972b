import ArgumentParser

/// What the builders of Rapport need beside the compiler.
@main struct RapportDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport-dev", abstract: "Tools for those who build Rapport.",
    subcommands: [
      GenerateCommand.self, ManualCommand.self, NewRuleCommand.self, GenerateJournalCommand.self, BenchCommand.self,
      BenchStagesCommand.self, BenchServerCommand.self, GenerateHostileCommand.self, BenchHostileCommand.self,
      TrainCommand.self,
      TrainPeopleCommand.self,
      CrossValidateCommand.self, ReadingCommand.self, TrainDealsCommand.self, TrainGapsCommand.self,
      ScoreCommand.self,
    ])
}
