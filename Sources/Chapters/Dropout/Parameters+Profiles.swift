extension Parameters {
    static let quick = Parameters(
        problems: 20, enumeratedNetworks: 15, baggedReplicates: 12, baggedMembers: 40, fastReplicates: 8,
        fastUpdates: 300,
        task: DigitTask(
            halved: true, trainingPool: 8_000, trainingExamples: 500, validationExamples: 500, testExamples: 1_000,
            units: 100, updates: 1_000, batchSize: 25, learningRate: 0.1, momentum: 0.9, keepInput: 0.9,
            keepHidden: 0.8,
            unlabelledExamples: 2_000),
        sampledNetworks: 6, samples: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000], sampledUnits: 48, pieces: 2,
        sampledExamples: 200,
        channels: [8, 12], keepChannels: 0.7, convolutionExamples: 400, convolutionEpochs: 20, convolutionReplicates: 5,
        tuningReplicates: 1, comparedReplicates: 10, comparesDropConnect: true, wideUnits: 800,
        wideReplicates: 0, wideUpdates: 0, wideDropoutReplicates: 0, wideDropoutUpdates: 0, maxoutUpdates: 0,
        maxoutRates: [], maxoutMomenta: [], sweepUpdates: 1_000, sizes: [100, 300, 1_000, 4_000],
        sizeReplicates: 6,
        fewReplicates: 12,
        widths: [10, 30, 100, 200], widthReplicates: 4, recurrentReplicates: 6, recurrentEpochs: 15)

    /// Three seeds at reduced width and updates, and the published width of two layers.
    static let full: Parameters = {
        var parameters = quick
        parameters.task = DigitTask(
            halved: false, trainingPool: 50_000, trainingExamples: 50_000, validationExamples: 10_000,
            testExamples: 10_000, units: 200, updates: 5_000, batchSize: 100, learningRate: 0.1, momentum: 0.9,
            keepInput: 0.8, keepHidden: 0.5, unlabelledExamples: 10_000)
        parameters.sampledNetworks = 3
        parameters.sampledUnits = 120
        parameters.pieces = 3
        parameters.sampledExamples = 1_000
        parameters.channels = [8, 16]
        parameters.convolutionExamples = 10_000
        parameters.convolutionEpochs = 5
        parameters.convolutionReplicates = 3
        parameters.comparedReplicates = 3
        parameters.comparesDropConnect = false
        parameters.wideReplicates = 3
        parameters.wideUpdates = 10_000
        parameters.wideDropoutReplicates = 1
        parameters.wideDropoutUpdates = 75_000
        parameters.maxoutUpdates = 150_000
        parameters.maxoutRates = [0.05, 0.1]
        parameters.maxoutMomenta = [0.9, 0.7]
        parameters.sweepUpdates = 3_000
        parameters.sizes = [100, 500, 1_000, 5_000, 10_000, 50_000]
        parameters.sizeReplicates = 3
        parameters.fewReplicates = 12
        parameters.widths = [50, 100, 200, 400]
        parameters.widthReplicates = 3
        return parameters
    }()

    /// The published widths and a million updates.
    static let paper: Parameters = {
        var parameters = full
        parameters.task.units = 1_024
        parameters.task.updates = 1_000_000
        parameters.task.momentum = 0.95
        parameters.sampledNetworks = 5
        parameters.sampledUnits = 240
        parameters.pieces = 5
        parameters.sampledExamples = 10_000
        parameters.comparedReplicates = 5
        parameters.wideReplicates = 5
        parameters.wideUpdates = 500_000
        parameters.wideDropoutReplicates = 5
        parameters.wideDropoutUpdates = 1_000_000
        parameters.maxoutUpdates = 300_000
        parameters.sweepUpdates = 1_000_000
        parameters.sizeReplicates = 5
        parameters.widths = [200, 400, 800, 1_200, 1_600]
        parameters.widthReplicates = 5
        return parameters
    }()
}
