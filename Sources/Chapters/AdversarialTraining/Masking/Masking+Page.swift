import Notebook
import Plots
import Statistics

extension Masking: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (masked, place) = (results.replicates, results.task.attackPlace)
        PageFigure("masking", Self.figure(results))
        Value("masked-attacked", Estimate(of: masked.map { $0.errors[place] }))
        Value("masked-searched", Estimate(of: masked.map { $0.searchError(at: place) }))
        Value("masked-compared", Estimate(of: masked.map { $0.searchError(at: results.task.comparedPlace) }))
        Value("masked-step-cost", Estimate(of: masked.compactMap { $0.pathCosts?.last }))
        Value("masked-search-cost", Estimate(of: masked.compactMap { $0.searchCosts?.last }))
    }

    /// A network that was trained against one large step: what that step finds, and what a search finds.
    private static func figure(_ results: Results) -> Figure {
        let (task, masked) = (results.task, results.replicates)
        let path = Attack.sizes.map { $0 * task.epsilon }
        let searched = [task.comparedEpsilon, task.epsilon]
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(task.epsilons.last ?? 1))
        return Figure(width: 420, height: 210, title: "Gradient masking") {
            Row {
                Panel("cost", x: axis, y: Axis("mean cost", scale: .log), legend: .top) {
                    Band(x: path, replicates: masked.compactMap(\.pathCosts)).role(.series(0)).label("along one step")
                    Points(
                        x: searched,
                        y: searched.indices.map { place in
                            masked.compactMap { $0.searchCosts?[place] }.mean
                        }
                    ).role(.series(3)).label("found by search")
                }
                Panel("error", x: axis, y: Axis("misclassified share", in: 0...1.04), legend: .top) {
                    Band(x: task.epsilons, replicates: masked.map(\.errors)).role(.series(0)).label("one step")
                    Band(x: task.epsilons, replicates: masked.compactMap(\.searchErrors)).role(.series(3))
                        .label("search")
                }
            }
        }
    }
}
