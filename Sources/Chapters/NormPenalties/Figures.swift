import Notebook
import Plots

extension NormPenaltiesSection {
    /// The curvature of the single weight in the figure of thresholds.
    static let thresholdGamma = 1.0

    static func figures(_ results: Results) throws -> [PageElement] { [] }
}
