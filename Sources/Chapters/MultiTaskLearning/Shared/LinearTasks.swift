import LinearAlgebra

/// Examples of several linear tasks over the same standard normal inputs.
struct LinearTasks {
    let inputs: Matrix
    /// Examples × tasks.
    let targets: Matrix

    init(weights: Matrix, examples: Int, noiseVariance: Double, from stream: inout RandomStream) {
        inputs = Matrix(rows: examples, columns: weights.rows, elements: stream.normals(examples * weights.rows))
        let noise = stream.normals(examples * weights.columns).scaled(by: noiseVariance.squareRoot())
        targets = inputs * weights + Matrix(rows: examples, columns: weights.columns, elements: noise)
    }
}
