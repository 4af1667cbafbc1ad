import ArgumentParser

/// What `build` and `run` have in common: everything that decides an experiment's results.
struct ExperimentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How much computation the experiments use: quick, full or paper.", valueName: "profile"),
        completion: .profiles)
    var profile: String?

    @Option(
        help: .ofImages("The folder that holds the files", valueName: "folder"),
        completion: .directory)
    var data: String?

    @Option(
        name: .customLong("set"), parsing: .upToNextOption,
        help: ArgumentHelp("Changes parameters of sections.", valueName: "section.parameter=value"))
    var settings: [String] = []

    @Option(help: ArgumentHelp("The master seed of all randomness.", valueName: "number"))
    var seed: String?

    @Option(help: ArgumentHelp("How many computations run at once; by default one a core.", valueName: "number"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The memory that computations may take together, such as 2G; by default three quarters of the machine's.",
            valueName: "size"))
    var memory: String?

    @Option(
        help: ArgumentHelp(
            "The kernel of OpenBLAS, such as Haswell; the same one gives the same bytes on machines of different kinds.",
            valueName: "name"))
    var blasKernel: String?

    @Option(
        help: ArgumentHelp(
            "The book's root, the folder of its settings; by default the nearest one from here upwards.",
            valueName: "folder"), completion: .directory)
    var root: String?

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Also says what came out of the store.")
    var verbose = false
}
