import LinearAlgebra

/// Linear tasks over the same inputs that share `rank` hidden linear units: reduced-rank regression.
struct ReducedRank {
    /// The separate least-squares fits: features × tasks.
    let separate: Matrix
    private let directions: Matrix

    /// - Parameter targets: examples × tasks.
    init(_ inputs: Matrix, _ targets: Matrix) throws {
        separate = try inputs.gram.choleskySolve(inputs.transposedTimes(targets))
        directions = try (inputs * separate).singularValues().right
    }

    // snippet.reduced-rank
    /// The fit with `rank` shared units: the separate fits, projected on the directions in the space of tasks along
    /// which their answers vary most.
    func weights(rank: Int) -> Matrix {
        let kept = directions.selectingColumns(Array(0..<min(rank, directions.columns)))
        return (separate * kept).timesTransposed(kept)
    }
    // snippet.end
}
