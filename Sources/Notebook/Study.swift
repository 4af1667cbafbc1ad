/// A cell of the book: an experiment, and the page that shows what came out.
///
/// What measures stands in `<Study>.swift`, an `Experiment`; what shows in `<Study>+Page.swift`, which makes it a study.
/// So the compiler can be asked whether results depend on what shows them, and a changed figure redraws from stored results.
public protocol Study: Experiment {
    /// The figures, values, tables and claims made from `results`: fast and pure.
    @PageBuilder func show(_ results: Results, _ parameters: Parameters) throws -> Page
}
