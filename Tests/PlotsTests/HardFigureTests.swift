import FigureSnapshots
import Plots
import Testing

struct HardFigureTests {
    @Test(arguments: HardFigure.all) func layoutIsAsRecorded(_ hard: HardFigure) throws {
        let name = "hard-" + hard.name
        do {
            try SnapshotFolder().check(try hard.figure(), named: name)
        } catch let error as PlotError {
            try SnapshotFolder().check(text: "\(error)\n", named: name + ".txt")
        }
    }

    @Test func namesDiffer() {
        #expect(Set(HardFigure.all.map(\.name)).count == HardFigure.all.count)
    }
}
