import Learning
import Testing

@Suite struct RandomStreamTests {
    @Test func aNameAloneDecidesTheNumbers() {
        var first = RandomStream(seed: 3, name: "a")
        var again = RandomStream(seed: 3, name: "a")
        var other = RandomStream(seed: 3, name: "b")
        let numbers = (0..<9).map { _ in first.next() }
        #expect(numbers == (0..<9).map { _ in again.next() })
        #expect(numbers != (0..<9).map { _ in other.next() })
    }

    @Test func splittingDoesNotDependOnWhatWasDrawn() {
        var parent = RandomStream(seed: 3, name: "a")
        var before = parent.split("child", 2)
        _ = parent.next()
        var after = parent.split("child", 2)
        #expect(before.next() == after.next())
    }

    @Test func normalsHaveMomentsOfTheNormal() {
        var stream = RandomStream(seed: 5, name: "normal")
        let draws = stream.normals(100_000)
        let mean = draws.reduce(0, +) / 1e5
        let variance = draws.reduce(0) { $0 + $1 * $1 } / 1e5
        #expect(abs(mean) < 0.012)
        #expect(abs(variance - 1) < 0.02)
    }
}
