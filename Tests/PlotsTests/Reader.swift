import Foundation
import Plots

/// Another program that turns a file into a picture.
enum Reader: String, CaseIterable {
    case librsvg, poppler, chromium

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// The picture of a figure, `scale` pixels a point, on white ground.
    func picture(of drawing: Drawing, scale: Double) throws -> PixelImage {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { Self.remove(folder) }
        let picture = folder.appendingPathComponent("picture.png")
        let (width, height) = (Int((drawing.width * scale).rounded(.up)), Int((drawing.height * scale).rounded(.up)))
        switch self {
        case .librsvg:
            let file = folder.appendingPathComponent("figure.svg")
            try Data(try drawing.svg(id: "figure").utf8).write(to: file)
            try Self.run(
                "rsvg-convert", "--background-color=white", "--width=\(width)", "--height=\(height)",
                "--output=\(picture.path)", file.path)
        case .poppler:
            let file = folder.appendingPathComponent("figure.pdf")
            try Data(try drawing.pdf()).write(to: file)
            try Self.run(
                "pdftoppm", "-png", "-singlefile", "-r", "\(72 * scale)", file.path,
                picture.deletingPathExtension().path)
        case .chromium:
            let file = folder.appendingPathComponent("figure.html")
            let style = "html,body{margin:0;background:#fff}svg{display:block;width:\(width)px;height:\(height)px}"
            let page = "<!doctype html><meta charset=utf-8><style>\(style)</style>\(try drawing.svg(id: "figure"))"
            try Data(page.utf8).write(to: file)
            try Self.run(
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
                "--window-size=\(width),\(height)", "--screenshot=\(picture.path)", file.absoluteString)
        }
        return try PixelImage(png: [UInt8](try Data(contentsOf: picture)))
    }

    /// What a program writes to standard output.
    @discardableResult
    static func run(_ name: String, _ arguments: String...) throws -> String { try run(name, arguments) }

    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: "\(name) ended with \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path)")
        }
    }
}
