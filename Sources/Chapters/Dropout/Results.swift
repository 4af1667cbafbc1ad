/// Everything that the page on dropout shows.
public struct Results: Codable, Sendable {
    public var exact: Enumerations
    public var fast: FastTraining
    public var sampling: SamplingMeasurements
    public var comparison: Comparison
    public var sizes: SizeMeasurements
    public var widths: WidthMeasurements
    public var sequences: SequenceMeasurements
    public var bagging: SubNetworkMeasurements
    public let dataName: String
    public let parameters: Parameters
}

/// What was decided by going through all sub-networks.
public struct Enumerations: Codable, Sendable {
    public var members: MemberMeasurements
    public var scaling: ScalingMeasurements
    public var approximation: ApproximationMeasurements
    public var relatives: RelativeMeasurements
    public var cost: CostMeasurements
}
