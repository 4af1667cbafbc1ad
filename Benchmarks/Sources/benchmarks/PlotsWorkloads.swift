extension Workload {
    /// Lines of equal value, and figures in each format.
    static let plots = PlotsContours.workloads + PlotsFigures.workloads
}
