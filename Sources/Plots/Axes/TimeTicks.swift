import Foundation

/// Round dates and times along an axis, in a time zone.
struct TimeTicks {
    /// A step of the calendar.
    struct Step {
        let unit: Calendar.Component
        let count: Int

        static let all: [Step] =
            [1, 2, 5, 10, 15, 30].map { Step(unit: .second, count: $0) }
            + [1, 2, 5, 10, 15, 30].map { Step(unit: .minute, count: $0) }
            + [1, 2, 3, 6, 12].map { Step(unit: .hour, count: $0) }
            + [1, 2, 5, 7, 14].map { Step(unit: .day, count: $0) }
            + [1, 2, 3, 6].map { Step(unit: .month, count: $0) }
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map { Step(unit: .year, count: $0) }

        /// About how many seconds it takes.
        var seconds: Double {
            let unit: Double =
                switch unit {
                case .second: 1
                case .minute: 60
                case .hour: 3600
                case .day: 86_400
                case .month: 2_629_746
                default: 31_556_952
                }
            return unit * Double(count)
        }
    }

    /// The first and the last moment, in seconds since 1970.
    let domain: ClosedRange<Double>
    let zone: TimeZone

    /// The years that ticks are looked for in; beyond them an axis shows seconds.
    static let years = 1...9999

    private var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private func parts(_ seconds: Double) -> DateComponents {
        calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: seconds))
    }

    /// The moments of a step in the domain with their labels, and what they have in common with the time zone; nil where
    /// there are more than so many.
    func ticks(_ step: Step, most: Int) -> (ticks: [Tick], note: String)? {
        guard (domain.upperBound - domain.lowerBound) / step.seconds < Double(most + 1) else { return nil }
        let moments = moments(step)
        guard moments.count > 1, moments.count <= most else { return nil }
        let all = moments.map(parts)
        let (first, last) = (parts(domain.lowerBound), parts(domain.upperBound))
        let isOneYear = first.year == last.year
        let isOneDay = isOneYear && first.month == last.month && first.day == last.day
        func day(_ parts: DateComponents) -> String { "\(parts.day ?? 0) \(Self.months[(parts.month ?? 1) - 1])" }
        func clock(_ parts: DateComponents) -> String {
            let text = String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
            return step.unit == .second ? text + String(format: ":%02d", parts.second ?? 0) : text
        }
        let labels = all.map { parts -> String in
            let year = "\(parts.year ?? 0)"
            switch step.unit {
            case .year: return year
            case .month: return Self.months[(parts.month ?? 1) - 1] + (isOneYear ? "" : " " + year)
            case .day: return day(parts) + (isOneYear ? "" : " " + year)
            default: return isOneDay ? clock(parts) : day(parts) + " " + clock(parts)
            }
        }
        var common: [String] = []
        if step.unit != .year {
            let isClock = [.second, .minute, .hour].contains(step.unit)
            if isOneDay {
                common.append("\(day(first)) \(first.year ?? 0)")
            } else if isOneYear {
                common.append("\(first.year ?? 0)")
            }
            if isClock || step.unit == .day { common.append(zoneName) }
        }
        let ticks = zip(moments, labels).map { Tick($0, $1) }
        return (ticks, common.isEmpty ? "" : "(\(common.joined(separator: ", ")))")
    }

    private var zoneName: String { zone.secondsFromGMT() == 0 && zone.identifier == "GMT" ? "UTC" : zone.identifier }

    /// The moments of a step, rising.
    private func moments(_ step: Step) -> [Double] {
        let calendar = calendar
        let start = parts(domain.lowerBound)
        var parts = DateComponents()
        parts.year = start.year
        switch step.unit {
        case .year: parts.year = ((start.year ?? 0) / step.count) * step.count
        case .month: break
        case .day: parts.month = start.month
        case .hour: (parts.month, parts.day) = (start.month, start.day)
        case .minute: (parts.month, parts.day, parts.hour) = (start.month, start.day, start.hour)
        default:
            (parts.month, parts.day, parts.hour, parts.minute) = (start.month, start.day, start.hour, start.minute)
        }
        guard let origin = calendar.date(from: parts) else { return [] }
        var found: [Double] = []
        // A day of the month, an hour of the day and so on starts anew with what is above it.
        for index in 0..<400 {
            guard let date = calendar.date(byAdding: step.unit, value: index * step.count, to: origin) else { break }
            let seconds = date.timeIntervalSince1970
            if seconds > domain.upperBound { break }
            if seconds >= domain.lowerBound { found.append(seconds) }
        }
        return found
    }

    /// A moment in words, as in a table: 2024-01-05 or 2024-01-05T12:30:00Z.
    static func text(_ seconds: Double) -> String {
        guard abs(seconds) < 2.5e11 else { return "\(seconds)" }
        let date = Date(timeIntervalSince1970: seconds)
        let style = Date.ISO8601FormatStyle()
        return seconds.truncatingRemainder(dividingBy: 86_400) == 0
            ? date.formatted(style.year().month().day()) : date.formatted(style)
    }
}
