/// How text looks on a terminal. The tool's own lines hold letters one cell wide, and sequences that colour them.
extension String {
    /// How many cells it takes.
    var shownWidth: Int {
        var width = 0
        var isEscaped = false
        for scalar in unicodeScalars {
            if scalar == "\u{1B}" { isEscaped = true }
            if !isEscaped { width += scalar.cells }
            if isEscaped && scalar.properties.isAlphabetic { isEscaped = false }
        }
        return width
    }

    /// As much of it as takes no more than `width` cells, with "…" for what is left out.
    func clipped(to width: Int) -> String {
        guard shownWidth > width else { return self }
        guard width > 0 else { return "" }
        var clipped = String.UnicodeScalarView()
        var left = width - 1
        var isEscaped = false
        for scalar in unicodeScalars {
            if scalar == "\u{1B}" { isEscaped = true }
            if isEscaped {
                clipped.append(scalar)
                if scalar.properties.isAlphabetic { isEscaped = false }
            } else if scalar.cells <= left {
                clipped.append(scalar)
                left -= scalar.cells
            } else {
                break
            }
        }
        return String(clipped) + "…" + (contains("\u{1B}") ? "\u{1B}[0m" : "")
    }
}

extension Unicode.Scalar {
    /// How many cells of a terminal it takes.
    fileprivate var cells: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default:
            switch value {
            // Wide letters of East Asia, and pictures.
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                2
            default: 1
            }
        }
    }
}
