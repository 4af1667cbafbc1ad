import Learning
import Notebook

extension DropoutSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        subNetworkValues(results)
        exactValues(results.exact)
        taskValues(results)
        samplingValues(results)
        comparisonValues(results)
        sizeValues(results)
        widthValues(results.widths)
        fastValues(results.fast)
        table(results)
    }

    @PageBuilder
    private static func exactValues(_ exact: Enumerations) -> [PageElement] {
        let (members, scaling, approximation) = (exact.members, exact.scaling, exact.approximation)
        Value("member-units", members.units)
        Value("member-functions", members.functions)
        Value("moved-members", members.movedBySharing)
        Value("removal-error", members.removalError)
        Value("bump-gap", members.bumpGap)
        Value("scaling-inputs", scaling.inputs)
        Value("scaling-classes", scaling.classes)
        Value("scaling-problems", scaling.problems)
        Value("half-error", scaling.halfError)
        Value("halved-offset-gap", scaling.halvedOffsetGap)
        Value("arithmetic-gap", scaling.arithmeticGap)
        Value("even-root-gap", scaling.evenRootGap)
        Value("weighted-error", scaling.weightedError)
        Value("row-gap", scaling.rowGap)
        Value("gaussian-error", scaling.gaussianError)
        Value("unequal-gap", scaling.unequalGap)
        Value("deep-error", scaling.deepError)
        Value("tied-gap", scaling.tiedGap)
        Value("enumerated-masks", approximation.masks)
        Value("enumerated-networks", approximation.geometric[0].count)
        Value("rectifier-divergence", Estimate(of: approximation.geometric[0]))
        Value("tanh-divergence", Estimate(of: approximation.geometric[1]))
        Value("maxout-divergence", Estimate(of: approximation.geometric[2]))
        Value("arithmetic-divergence", Estimate(of: approximation.arithmetic[0]))
        Value("fast-divergence", Estimate(of: approximation.fast[0]))
        Value("connect-members", exact.relatives.connectMembers)
        Value("dropout-members", exact.relatives.dropoutMembers)
        Value("connect-gap", exact.relatives.connectGap)
        Value("pooling-error", exact.relatives.poolingError)
        Value("least-width-masks", exact.cost.masks[0])
        Value("least-width-multiplications", exact.cost.multiplications[0])
        Value("most-width", exact.cost.widths[exact.cost.widths.count - 1])
        Value("most-width-masks", exact.cost.masks[exact.cost.masks.count - 1])
        Value(
            "most-width-multiplications", exact.cost.multiplications[exact.cost.multiplications.count - 1])
        Value("least-width", exact.cost.widths[0])
    }

    @PageBuilder
    private static func taskValues(_ results: Results) -> [PageElement] {
        let task = results.parameters.task
        Value("data-name", results.dataName)
        Value("side", task.halved ? "14 × 14" : "28 × 28")
        Value("units", task.units)
        Value("updates", task.updates)
        Value("batch-size", task.batchSize)
        Value("training-examples", task.trainingExamples)
        Value("test-examples", task.testExamples)
    }

    @PageBuilder
    private static func samplingValues(_ results: Results) -> [PageElement] {
        let sampling = results.sampling
        let twenty = sampling.place(of: 20)
        Value("sampled-networks", sampling.maxout.count)
        Value("most-samples", sampling.samples[sampling.samples.count - 1])
        Value("sampled-examples", results.parameters.sampledExamples)
        Value("sampled-units", results.parameters.sampledUnits)
        Value(
            "maxout-one", Estimate(of: sampling.maxout.map { $0.geometric[0] - $0.scaled }))
        Value(
            "maxout-most", Estimate(of: sampling.maxout.map { $0.geometric[$0.geometric.count - 1] - $0.scaled }))
        Value(
            "tanh-most", Estimate(of: sampling.tanh.map { $0.geometric[$0.geometric.count - 1] - $0.scaled }))
        Value(
            "maxout-most-arithmetic",
            Estimate(of: sampling.maxout.map { $0.arithmetic[$0.arithmetic.count - 1] - $0.scaled }))
        Value(
            "tanh-most-arithmetic",
            Estimate(of: sampling.tanh.map { $0.arithmetic[$0.arithmetic.count - 1] - $0.scaled }))
        Value("convolution-replicates", sampling.everywhere.count)
        Value("everywhere-scaled", Estimate(of: sampling.everywhere.map(\.scaled)))
        Value(
            "everywhere-gain", Estimate(of: sampling.everywhere.map { $0.scaled - $0.arithmetic[twenty] }))
        Value("top-scaled", Estimate(of: sampling.topOnly.map(\.scaled)))
        Value("top-gain", Estimate(of: sampling.topOnly.map { $0.scaled - $0.arithmetic[twenty] }))
    }

    @PageBuilder
    private static func comparisonValues(_ results: Results) -> [PageElement] {
        let comparison = results.comparison
        let dropout = comparison.errors(.dropout)
        Value("compared-replicates", results.parameters.comparedReplicates)
        Value("plain-error", Estimate(of: comparison.errors(.plain)))
        Value("dropout-error", Estimate(of: dropout))
        Value("decay-error", Estimate(of: comparison.errors(.l2)))
        Value(
            "pretraining-gain", Estimate(of: zip(dropout, comparison.pretrainedErrors).map { $0 - $1 }))
        Value("recurrent-plain", Estimate(of: results.sequences.plainErrors))
        Value("recurrent-dropout", Estimate(of: results.sequences.dropoutErrors))
        Value("recurrent-units", results.sequences.units)
    }

    @PageBuilder
    private static func sizeValues(_ results: Results) -> [PageElement] {
        let sizes = results.sizes
        let (middle, last) = (sizes.middlePlace, sizes.sizes.count - 1)
        Value("least-size", sizes.sizes[0])
        Value("middle-size", sizes.sizes[middle])
        Value("most-size", sizes.sizes[last])
        Value("size-replicates", results.parameters.sizeReplicates)
        Value("least-gain", Estimate(of: sizes.gains(0)))
        Value("middle-gain", Estimate(of: sizes.gains(middle)))
        Value("most-gain", Estimate(of: sizes.gains(last)))
        Value("few-dropout", Estimate(of: sizes.dropoutErrors[0]))
        Value("few-bayesian", Estimate(of: sizes.bayesianErrors))
        Value("few-features", Estimate(of: sizes.featureErrors))
        Value("unlabelled", sizes.unlabelled)
    }

    @PageBuilder
    private static func widthValues(_ widths: WidthMeasurements) -> [PageElement] {
        let last = widths.widths.count - 1
        Value("narrowest", widths.widths[0])
        Value("widest", widths.widths[last])
        Value("width-replicates", widths.plain[0].count)
        Value("plain-training-loss", Estimate(of: widths.plain[last].map(\.trainingLoss)))
        Value("dropout-training-loss", Estimate(of: widths.dropout[last].map(\.trainingLoss)))
        Value("plain-updates", Estimate(of: widths.plain[last].map(\.updates)))
        Value("dropout-updates", Estimate(of: widths.dropout[last].map(\.updates)))
        Value("narrow-plain", Estimate(of: widths.plain[0].map(\.validationLoss)))
        Value("narrow-dropout", Estimate(of: widths.dropout[0].map(\.validationLoss)))
        Value("wide-plain", Estimate(of: widths.plain[last].map(\.validationLoss)))
        Value("wide-dropout", Estimate(of: widths.dropout[last].map(\.validationLoss)))
    }

    @PageBuilder
    private static func fastValues(_ fast: FastTraining) -> [PageElement] {
        Value("fast-replicates", fast.randomUpdates.count)
        Value("fast-most-updates", fast.updates)
        Value("random-updates", Estimate(of: fast.randomUpdates))
        Value("averaged-updates", Estimate(of: fast.averagedUpdates))
        Value("random-test-error", Estimate(of: fast.randomErrors))
        Value("averaged-test-error", Estimate(of: fast.averagedErrors))
        Value("linear-penalty-error", fast.linearError)
    }

    /// The regularizers beside the published table (Srivastava et al. 2014, Table 9), then networks of published size.
    @PageBuilder
    private static func table(_ results: Results) -> [PageElement] {
        let comparison = results.comparison
        let reduced = comparison.methods.indices.map { place in
            row(
                comparison.methods[place].name, comparison.chosen[place], comparison.errors[place],
                comparison.methods[place].published)
        }
        let wide = comparison.wide.map { row($0.name, $0.chosen, $0.errors, $0.published) }
        Table(
            "regularizers",
            columns: [.init("regularizer"), .init("chosen"), .init("test error, %"), .init("published, %")],
            rows: reduced + wide)
    }

    private static func row(_ name: String, _ chosen: String, _ errors: [Double], _ published: String) -> [Quantity] {
        let estimate = Estimate(of: errors.map { 100 * $0 })
        let measured: Quantity =
            errors.count > 1
            ? .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n) : .number(estimate.mean)
        let settings = chosen.replacing(/(\d)e-0?(\d+)/) { "\($0.1) × $10^{-\($0.2)}$" }
        return [.text(name), .text(settings), measured, .text(published)]
    }
}

extension Comparison.Method {
    /// Test error in per cent, MNIST, 784-1024-1024-2048-10; a dash where the table has no such row.
    fileprivate var published: String {
        switch self {
        case .l2: "1.62"
        case .l2l1: "1.60"
        case .l2sparsity: "1.55"
        case .maxNorm: "1.35"
        case .dropoutL2: "1.25"
        case .dropoutMaxNorm: "1.05"
        case .plain, .dropout, .dropConnect: "–"
        }
    }
}
