import Foundation

extension LearningError: CustomStringConvertible, LocalizedError {
    /// One sentence with the values, and one with the mend where there is one.
    public var description: String {
        switch self {
        case .sizesDisagree(let what, let count, let other, let otherCount):
            "\(what) (\(count)) and \(other) (\(otherCount)) must be equally many."
        case .empty(let what):
            "There are no \(what)."
        case .tooFew(let what, let count, let needed):
            "\(count) \(what), but at least \(needed) are needed."
        case .notFinite(let what, let index, let value):
            "\(what) number \(index) is \(value). Remove or replace values that are not finite."
        case .outOfRange(let setting, let value, let allowed):
            "\(setting) is \(value), but must be \(allowed)."
        case .singular(let what, let size):
            "\(what) (\(size)×\(size)) is singular to working precision. Add a penalty or remove dependent columns."
        case .notPositiveDefinite(let size, let minor):
            "The \(size)×\(size) matrix is not positive definite: its leading minor of order \(minor) is not positive."
        case .separable:
            "A hyperplane separates the classes, so the weights grow forever. Add a penalty."
        case .labelOutOfRange(let label, let index, let classes):
            "Label number \(index) is \(label), but there are \(classes) classes, 0 to \(classes - 1)."
        case .missingClass(let label, let classes):
            "Class \(label) of \(classes) has no example."
        case .notConverged(let what, let steps, let gap, let tolerance):
            "\(what) is still \(gap) after \(steps) steps, above \(tolerance). Allow more steps or a larger tolerance."
        case .noBetterThanChance(let what, let error, let chance):
            "\(what) has a weighted error of \(error), no better than chance (\(chance)). Grow deeper trees."
        case .shape(let what, let shape, let needed):
            "\(what) gets \(shape.height)×\(shape.width)×\(shape.channels), but needs \(needed)."
        case .kernel(let name, let fault, let runnable):
            "OpenBLAS's kernel '\(name)' \(fault). This processor can run \(runnable.joined(separator: ", "))."
        case .labelsForHeads:
            "The targets are labels, but a loss with heads needs values. Give a class as a 1 among zeros."
        case .lossNotFinite(let loss, let step, let epoch):
            "The loss became \(loss) in step \(step) (epoch \(epoch)). Try a smaller learning rate or a norm constraint."
        case .stepNotFinite(let step, let epoch):
            "Step \(step) (epoch \(epoch)) would leave parameters that are not finite. "
                + "Try a smaller learning rate or a norm constraint."
        case .dataFile(let name, let fault):
            "\(name): \(fault)"
        }
    }

    public var errorDescription: String? { description }
}

extension BLASKernel.Fault: CustomStringConvertible {
    /// Why the kernel can't be had.
    public var description: String {
        switch self {
        case .unknown: "is not known"
        case .lacksInstructions(let needs): "needs \(needs), which this processor lacks"
        case .late(let other): "comes too late: \(other) is in use already"
        }
    }
}

extension DataFileFault: CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .missing(let tried):
            "not found; looked for \(tried.joined(separator: ", ")). Fetch the file, or name the folder that holds it."
        case .unreadable(let reason):
            "cannot be read: \(reason)."
        case .compressedDataCut(let unpacked):
            "the compressed data end too early, after \(unpacked) unpacked bytes. Fetch the file again."
        case .compressedDataCorrupt(let reason, let unpacked):
            "the compressed data are damaged after \(unpacked) unpacked bytes (\(reason)). Fetch the file again."
        case .unpackedTooLarge(let limit):
            "holds more than \(limit >> 20) MiB, the most that is read of such a file."
        case .wrongMagic(let found, let expected):
            "begins with \(hexadecimal(found)), not with \(hexadecimal(expected)). Is it another kind of file?"
        case .headerCut(let bytes, let needed):
            "ends after \(bytes) of \(needed) header bytes. Fetch the file again."
        case .bodyCut(let dimensions, let bytes):
            "its header promises \(dimensions.map(String.init).joined(separator: "×")) bytes, but \(bytes) follow. "
                + "Fetch the file again."
        case .trailingBytes(let count):
            "\(count) bytes follow after its data. Fetch the file again."
        case .notSquare(let rows, let columns):
            "its images are \(rows)×\(columns), but must be square."
        case .countsDisagree(let count, let other, let otherCount):
            "holds \(count) items, but \(other) holds \(otherCount). Take both from the same data set."
        case .labelOutOfRange(let label, let index, let classes):
            "label number \(index) is \(label), but there are \(classes) classes, 0 to \(classes - 1)."
        case .notUTF8:
            "is no text in UTF-8. Save it in that encoding."
        case .noColumnNames:
            "is empty, but must begin with the names of its columns."
        case .fieldsDisagree(let line, let count, let expected):
            "line \(line) has \(count) fields, but \(expected) are needed."
        case .notANumber(let line, let column, let text):
            "line \(line), column \(column): \"\(text.prefix(40))\" is not a number."
        case .quotationNotClosed(let line):
            "the quotation mark in line \(line) is never closed."
        case .lettersAfterQuotation(let line):
            "letters follow a closing quotation mark in line \(line). Double the marks within a quotation."
        case .notNPY:
            "does not begin as an NPY file does. Is it another kind of file?"
        case .otherVersion(let version):
            "is of version \(version) of the NPY format, but versions 1 to 3 are read."
        case .badHeader(let text):
            "its header can't be read: \(text.prefix(80))"
        case .otherElements(let type):
            "its elements are \(type), but must be real numbers of 4 or 8 bytes, integers or truth values."
        case .otherRank(let rank):
            "its array has \(rank) dimensions, but must have one or two."
        case .notACheckpoint:
            "is no checkpoint of a training run."
        case .checkpointDamaged(let bytes):
            "is a damaged checkpoint of \(bytes) bytes. Go on from an older one, or start again."
        case .otherScalars(let bits, let expected):
            "holds numbers of \(bits) bits, not of \(expected)."
        }
    }

    private func hexadecimal(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
