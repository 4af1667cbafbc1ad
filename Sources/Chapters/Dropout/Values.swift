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
        PageElement.value("member-units", members.units)
        PageElement.value("member-functions", members.functions)
        PageElement.value("moved-members", members.movedBySharing)
        PageElement.value("removal-error", members.removalError)
        PageElement.value("bump-gap", members.bumpGap)
        PageElement.value("scaling-inputs", scaling.inputs)
        PageElement.value("scaling-classes", scaling.classes)
        PageElement.value("scaling-problems", scaling.problems)
        PageElement.value("half-error", scaling.halfError)
        PageElement.value("halved-offset-gap", scaling.halvedOffsetGap)
        PageElement.value("arithmetic-gap", scaling.arithmeticGap)
        PageElement.value("even-root-gap", scaling.evenRootGap)
        PageElement.value("weighted-error", scaling.weightedError)
        PageElement.value("row-gap", scaling.rowGap)
        PageElement.value("gaussian-error", scaling.gaussianError)
        PageElement.value("unequal-gap", scaling.unequalGap)
        PageElement.value("deep-error", scaling.deepError)
        PageElement.value("tied-gap", scaling.tiedGap)
        PageElement.value("enumerated-masks", approximation.masks)
        PageElement.value("enumerated-networks", approximation.geometric[0].count)
        PageElement.value("rectifier-divergence", Estimate(of: approximation.geometric[0]))
        PageElement.value("tanh-divergence", Estimate(of: approximation.geometric[1]))
        PageElement.value("maxout-divergence", Estimate(of: approximation.geometric[2]))
        PageElement.value("arithmetic-divergence", Estimate(of: approximation.arithmetic[0]))
        PageElement.value("fast-divergence", Estimate(of: approximation.fast[0]))
        PageElement.value("connect-members", exact.relatives.connectMembers)
        PageElement.value("dropout-members", exact.relatives.dropoutMembers)
        PageElement.value("connect-gap", exact.relatives.connectGap)
        PageElement.value("pooling-error", exact.relatives.poolingError)
        PageElement.value("least-width-masks", exact.cost.masks[0])
        PageElement.value("least-width-multiplications", exact.cost.multiplications[0])
        PageElement.value("most-width", exact.cost.widths[exact.cost.widths.count - 1])
        PageElement.value("most-width-masks", exact.cost.masks[exact.cost.masks.count - 1])
        PageElement.value(
            "most-width-multiplications", exact.cost.multiplications[exact.cost.multiplications.count - 1])
        PageElement.value("least-width", exact.cost.widths[0])
    }

    @PageBuilder
    private static func taskValues(_ results: Results) -> [PageElement] {
        let task = results.parameters.task
        PageElement.value("data-name", results.dataName)
        PageElement.value("side", task.halved ? "14 × 14" : "28 × 28")
        PageElement.value("units", task.units)
        PageElement.value("updates", task.updates)
        PageElement.value("batch-size", task.batchSize)
        PageElement.value("training-examples", task.trainingExamples)
        PageElement.value("test-examples", task.testExamples)
    }

    @PageBuilder
    private static func samplingValues(_ results: Results) -> [PageElement] {
        let sampling = results.sampling
        let twenty = sampling.place(of: 20)
        PageElement.value("sampled-networks", sampling.maxout.count)
        PageElement.value("most-samples", sampling.samples[sampling.samples.count - 1])
        PageElement.value("sampled-examples", results.parameters.sampledExamples)
        PageElement.value("sampled-units", results.parameters.sampledUnits)
        PageElement.value(
            "maxout-one", Estimate(of: sampling.maxout.map { $0.geometric[0] - $0.scaled }))
        PageElement.value(
            "maxout-most", Estimate(of: sampling.maxout.map { $0.geometric[$0.geometric.count - 1] - $0.scaled }))
        PageElement.value(
            "tanh-most", Estimate(of: sampling.tanh.map { $0.geometric[$0.geometric.count - 1] - $0.scaled }))
        PageElement.value(
            "maxout-most-arithmetic",
            Estimate(of: sampling.maxout.map { $0.arithmetic[$0.arithmetic.count - 1] - $0.scaled }))
        PageElement.value(
            "tanh-most-arithmetic",
            Estimate(of: sampling.tanh.map { $0.arithmetic[$0.arithmetic.count - 1] - $0.scaled }))
        PageElement.value("convolution-replicates", sampling.everywhere.count)
        PageElement.value("everywhere-scaled", Estimate(of: sampling.everywhere.map(\.scaled)))
        PageElement.value(
            "everywhere-gain", Estimate(of: sampling.everywhere.map { $0.scaled - $0.arithmetic[twenty] }))
        PageElement.value("top-scaled", Estimate(of: sampling.topOnly.map(\.scaled)))
        PageElement.value("top-gain", Estimate(of: sampling.topOnly.map { $0.scaled - $0.arithmetic[twenty] }))
    }

    @PageBuilder
    private static func comparisonValues(_ results: Results) -> [PageElement] {
        let comparison = results.comparison
        let dropout = comparison.errors(.dropout)
        PageElement.value("compared-replicates", results.parameters.comparedReplicates)
        PageElement.value("plain-error", Estimate(of: comparison.errors(.plain)))
        PageElement.value("dropout-error", Estimate(of: dropout))
        PageElement.value("decay-error", Estimate(of: comparison.errors(.l2)))
        PageElement.value(
            "pretraining-gain", Estimate(of: zip(dropout, comparison.pretrainedErrors).map { $0 - $1 }))
        PageElement.value("recurrent-plain", Estimate(of: results.sequences.plainErrors))
        PageElement.value("recurrent-dropout", Estimate(of: results.sequences.dropoutErrors))
        PageElement.value("recurrent-units", results.sequences.units)
    }

    @PageBuilder
    private static func sizeValues(_ results: Results) -> [PageElement] {
        let sizes = results.sizes
        let (middle, last) = (sizes.middlePlace, sizes.sizes.count - 1)
        PageElement.value("least-size", sizes.sizes[0])
        PageElement.value("middle-size", sizes.sizes[middle])
        PageElement.value("most-size", sizes.sizes[last])
        PageElement.value("size-replicates", results.parameters.sizeReplicates)
        PageElement.value("least-gain", Estimate(of: sizes.gains(0)))
        PageElement.value("middle-gain", Estimate(of: sizes.gains(middle)))
        PageElement.value("most-gain", Estimate(of: sizes.gains(last)))
        PageElement.value("few-dropout", Estimate(of: sizes.dropoutErrors[0]))
        PageElement.value("few-bayesian", Estimate(of: sizes.bayesianErrors))
        PageElement.value("few-features", Estimate(of: sizes.featureErrors))
        PageElement.value("unlabelled", sizes.unlabelled)
    }

    @PageBuilder
    private static func widthValues(_ widths: WidthMeasurements) -> [PageElement] {
        let last = widths.widths.count - 1
        PageElement.value("narrowest", widths.widths[0])
        PageElement.value("widest", widths.widths[last])
        PageElement.value("width-replicates", widths.plain[0].count)
        PageElement.value("plain-training-loss", Estimate(of: widths.plain[last].map(\.trainingLoss)))
        PageElement.value("dropout-training-loss", Estimate(of: widths.dropout[last].map(\.trainingLoss)))
        PageElement.value("plain-updates", Estimate(of: widths.plain[last].map(\.updates)))
        PageElement.value("dropout-updates", Estimate(of: widths.dropout[last].map(\.updates)))
        PageElement.value("narrow-plain", Estimate(of: widths.plain[0].map(\.validationLoss)))
        PageElement.value("narrow-dropout", Estimate(of: widths.dropout[0].map(\.validationLoss)))
        PageElement.value("wide-plain", Estimate(of: widths.plain[last].map(\.validationLoss)))
        PageElement.value("wide-dropout", Estimate(of: widths.dropout[last].map(\.validationLoss)))
    }

    @PageBuilder
    private static func fastValues(_ fast: FastTraining) -> [PageElement] {
        PageElement.value("fast-replicates", fast.randomUpdates.count)
        PageElement.value("fast-most-updates", fast.updates)
        PageElement.value("random-updates", Estimate(of: fast.randomUpdates))
        PageElement.value("averaged-updates", Estimate(of: fast.averagedUpdates))
        PageElement.value("random-test-error", Estimate(of: fast.randomErrors))
        PageElement.value("averaged-test-error", Estimate(of: fast.averagedErrors))
        PageElement.value("linear-penalty-error", fast.linearError)
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
        PageElement.table(
            Table(
                "regularizers",
                columns: [.init("regularizer"), .init("chosen"), .init("test error, %"), .init("published, %")],
                rows: reduced + wide))
    }

    private static func row(_ name: String, _ chosen: String, _ errors: [Double], _ published: String) -> [Value] {
        let estimate = Estimate(of: errors.map { 100 * $0 })
        let measured: Value =
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
