import Foundation
import Plots
import Testing

/// A figure's file can be read alone and as an image, whatever the reader's system and the page prefer.
struct DarkReaderTests {
    enum Place: String, CaseIterable {
        case alone, imageOnWhite, imageOnDark
    }

    /// The picture that Chromium shows, a pixel a point and a third, under a system that prefers light or dark pages.
    private func picture(_ drawing: Drawing, _ place: Place, isDark: Bool) throws -> PixelImage {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("figure.svg")
        try Data(drawing.svg(id: "figure").utf8).write(to: file)
        let page = folder.appendingPathComponent("page.html")
        let ground = place == .imageOnWhite ? "#fff" : "#000"
        try Data("<!doctype html><body style=\"margin:0;background:\(ground)\"><img src=figure.svg>".utf8).write(
            to: page)
        let shot = folder.appendingPathComponent("shot.png")
        try Reader.run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)",
            "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--window-size=400,200",
            "--screenshot=\(shot.path)", (place == .alone ? file : page).absoluteString)
        let picture = try PixelImage(png: [UInt8](Data(contentsOf: shot)))
        try FileManager.default.removeItem(at: folder)
        return picture
    }

    private func isNear(_ pixel: SIMD4<UInt8>, _ colour: RGB) -> Bool {
        let parts = [(pixel.x, colour.red), (pixel.y, colour.green), (pixel.z, colour.blue)]
        return parts.allSatisfy { abs(Int($0) - Int($1)) < 40 }
    }

    @Test(arguments: Place.allCases, [false, true])
    func lettersStandOutFromTheirGround(place: Place, isDark: Bool) throws {
        let drawing = try Figure(width: 300, height: 150) {
            Panel("validation", x: Axis("epoch"), y: Axis("loss")) {
                Line(x: [0, 1, 2], y: [0, 2, 1]).role(.training).label("training")
            }
        }.drawing()
        let shown = try picture(drawing, place, isDark: isDark)
        let theme: Theme = isDark ? .dark : .light
        let ground = theme.colour(of: .paper)
        #expect(shown.columns == 400 && shown.rows == 200)
        #expect(shown.pixels[0] == SIMD4(ground.red, ground.green, ground.blue, 255))
        for role in [Role.ink, .training] {
            let colour = theme.colour(of: role)
            #expect(colour.contrast(with: ground) >= 4.5)
            #expect(shown.pixels.contains { isNear($0, colour) }, "nothing has the colour of \(role)")
        }
    }
}
