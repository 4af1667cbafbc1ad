extension Workload {
    /// Lines of equal value, figures in each format, and marks of very many elements.
    static let plots = PlotsContours.workloads + PlotsFigures.workloads + PlotsDense.workloads
}
