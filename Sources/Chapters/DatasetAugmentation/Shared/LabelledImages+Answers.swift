import Learning

extension LabelledImages {
    /// The place of the largest output for each image.
    func answers(in outputs: [Float]) -> [Int] {
        (0..<count).map { image in
            let row = outputs[image * classes..<(image + 1) * classes]
            return (row.indices.max { row[$0] < row[$1] } ?? row.startIndex) - row.startIndex
        }
    }

    /// The share of images whose largest output is not their label.
    func shareOfErrors(in outputs: [Float]) -> Double {
        Double(zip(answers(in: outputs), labels).count { $0 != $1 }) / Double(count)
    }
}
