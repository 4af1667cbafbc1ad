import Notebook

/// Section 7.1: priors, posteriors, predictions that average over them, and penalties that are no priors.
public enum BayesianPerspectiveSection: Section {
    public static let info = SectionInfo(
        slug: "bayesian-perspective", title: "Regularization from a Bayesian perspective")
    public static let studies: [any Study.Type] = [
        Beliefs.self, BayesRule.self, Averaging.self, NotPriors.self,
    ]
}
