import LinearAlgebra

/// ŷ = W₂W₁x with two inputs, three hidden units and one output.
struct DeepLinear {
    let first: Matrix
    let second: Matrix

    init(first: Matrix, second: Matrix) {
        self.first = first
        self.second = second
    }

    init(from stream: inout RandomStream) {
        self.init(
            first: Matrix(rows: 3, columns: 2, elements: stream.normals(6)),
            second: Matrix(rows: 1, columns: 3, elements: stream.normals(3)))
    }

    var product: [Double] { (second * first).row(0) }

    /// ‖W₁‖² + ‖W₂‖².
    var decay: Double { first.elements.dot(first.elements) + second.elements.dot(second.elements) }

    func rescaled(by factor: Double) -> DeepLinear {
        DeepLinear(first: factor * first, second: 1 / factor * second)
    }

    /// J̃ − J for one example under noise of variance 1, layer by layer.
    func effect(_ quadrature: GaussianQuadrature, _ equations: Equations) -> Double {
        let (x, y) = ([0.7, -1.1], 0.4)
        let answer = { (x: [Double]) in (second * (first * x))[0] }
        return quadrature.mean(2, variance: 1) { equations.cost(answer(x.adding($0)), y) }
            - equations.cost(answer(x), y)
    }
}
