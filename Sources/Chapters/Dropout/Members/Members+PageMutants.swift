import Notebook

extension Members {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-1E") { $0.removalError = 0.1 },
        Mutant("11-1E") { $0.bumpGap = 0 },
        Mutant("11-1E") { $0.mendedBumpError = 0.1 },
        Mutant("11-2E") { $0.functions -= 1 },
        Mutant("11-2E") { $0.movedBySharing = 0 },
    ]
}
