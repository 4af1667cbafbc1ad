import ClassicalModels
import LinearAlgebra

/// Learns a dictionary of unit columns with which images have sparse codes.
struct DictionaryLearning {
    let atoms: Int
    let penalty: Double
    let rounds: Int
    let steps: Int

    // snippet.dictionary-learning
    /// Turn by turn: codes for the dictionary, then the dictionary that fits the codes best, its columns at unit length.
    /// An atom that no code uses gives way to an image that is badly reconstructed.
    func dictionary(for images: Matrix, from stream: RandomStream) throws -> Matrix {
        guard images.rows >= atoms else {
            throw LearningError.tooFew(what: "images to begin the atoms with", count: images.rows, needed: atoms)
        }
        var stream = stream
        let chosen = Array(stream.permutation(images.rows).prefix(atoms))
        var dictionary = images.selectingRows(chosen).transposed.normalizingColumns(from: &stream)
        for _ in 0..<rounds {
            let codes = try SparseCoding(dictionary: dictionary).codes(for: images, penalty: penalty, steps: steps)
            let usage = codes.gram
            let scale = max(usage.diagonal.max() ?? 0, 1e-12)
            let fitted = try usage.addingToDiagonal(1e-6 * scale).choleskySolve(codes.transposedTimes(images))
            let residual = images - codes.timesTransposed(dictionary)
            let worst = (0..<images.rows).sorted { residual.row($0).norm > residual.row($1).norm }
            var replaced = 0
            dictionary = Matrix(
                (0..<atoms).map { atom in
                    guard usage[atom, atom] <= 1e-9 * scale else { return fitted.row(atom) }
                    replaced += 1
                    return residual.row(worst[(replaced - 1) % worst.count])
                }
            ).transposed.normalizingColumns(from: &stream)
        }
        return dictionary
    }
    // snippet.end
}

extension Matrix {
    /// Every column at unit length; one of zeros becomes a random direction.
    fileprivate func normalizingColumns(from stream: inout RandomStream) -> Matrix {
        Matrix(
            (0..<columns).map { index in
                var column = column(index)
                if column.norm < 1e-12 { column = stream.normals(rows) }
                return column.scaled(by: 1 / column.norm)
            }
        ).transposed
    }
}
