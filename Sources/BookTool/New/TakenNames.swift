/// Names that a new book or section can't have.
package enum TakenNames {
    /// Those of the targets of this package and of Swift's own modules: a name may stand once among all packages of a build.
    package static let modules: Set<String> = [
        "AdversarialTraining", "Bagging", "BayesianPerspective", "BookTool", "Build", "CCairo", "CCmarkGFM", "CCrypto",
        "CFirstUse", "CFriBidi", "CHarfBuzz", "CHarfBuzzSubset", "CLanes", "CLentWork", "CLinux", "COpenBLAS",
        "CStudentT", "CZlib",
        "ClassicalModels",
        "ConstrainedOptimization", "DataSets", "DatasetAugmentation", "Digits", "Dropout", "EarlyStopping",
        "Foundation",
        "Hashing", "Laboratory", "Learning", "LinearAlgebra", "LinearModels", "MultiTaskLearning", "Networks",
        "NoiseRobustness", "NormPenalties", "Notebook", "ParameterSharing", "Plots", "Preview", "RegularizersCompared",
        "Report", "SourceDigests", "SparseRepresentations", "Statistics", "Swift", "Tables", "Testing",
        "UnderconstrainedProblems", "WhyRegularize", "bench-book", "digest-sources", "disturb", "fixture-book",
        "regbook",
    ]

    /// Those of the pages that a report has besides its sections.
    static let pages: Set<String> = ["about", "errata", "evidence", "figures", "index", "terms"]
}
