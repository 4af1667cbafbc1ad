import Notebook

/// Section 7.4: problems that have a solution only because they are regularized.
public enum UnderconstrainedProblemsSection: Section {
    public static let info = SectionInfo(slug: "underconstrained-problems", title: "Under-constrained problems")
    public static let studies: [any Study.Type] = [
        Growth.self, Singular.self, Balance.self, Stopping.self, Valley.self, Pseudoinverse.self,
    ]
}
