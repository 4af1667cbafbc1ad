import Notebook

/// Section 7.3: penalties read as constraints, and constraints in place of penalties.
public enum ConstrainedOptimizationSection: Section {
    public static let info = SectionInfo(slug: "constrained-optimization", title: "Constrained optimization")
    public static let studies: [any Study.Type] = [
        Projection.self, Multipliers.self, Region.self, Chain.self, DeadUnits.self, Rates.self,
    ]
}
