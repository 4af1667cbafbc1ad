import Foundation

/// Round dates and times along an axis, in a time zone.
struct TimeTicks {
    /// A step of the calendar.
    struct Step {
        let unit: Calendar.Component
        let count: Int

        static let all: [Step] =
            [1, 2, 5, 10, 20, 50, 100, 200, 500].map { Step(unit: .nanosecond, count: $0 * 1_000_000) }
            + [1, 2, 5, 10, 15, 30].map { Step(unit: .second, count: $0) }
            + [1, 2, 5, 10, 15, 30].map { Step(unit: .minute, count: $0) }
            + [1, 2, 3, 6, 12].map { Step(unit: .hour, count: $0) }
            + [1, 2, 5, 7, 14].map { Step(unit: .day, count: $0) }
            + [1, 2, 3, 6].map { Step(unit: .month, count: $0) }
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map { Step(unit: .year, count: $0) }

        /// About how many seconds it takes.
        var seconds: Double {
            let unit: Double =
                switch unit {
                case .nanosecond: 1e-9
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
        return labelled(moments, by: step.unit)
    }

    /// Moments with their labels and what they have in common: in years, months and so on as far as the moments need.
    func labelled(_ moments: [Double]) -> (ticks: [Tick], note: String) {
        let units: [Calendar.Component] = [.second, .minute, .day, .month, .year]
        let all = moments.map(parts)
        let isWhole = moments.allSatisfy { $0 == $0.rounded() }
        let unit = units.last { unit in
            all.allSatisfy { parts in
                switch unit {
                case .second: true
                case .minute: parts.second == 0
                case .day: parts.second == 0 && parts.minute == 0 && parts.hour == 0
                case .month: parts.second == 0 && parts.minute == 0 && parts.hour == 0 && parts.day == 1
                default:
                    parts.second == 0 && parts.minute == 0 && parts.hour == 0 && parts.day == 1 && parts.month == 1
                }
            }
        }
        return labelled(moments, by: isWhole ? unit ?? .second : .nanosecond)
    }

    private func labelled(_ moments: [Double], by unit: Calendar.Component) -> (ticks: [Tick], note: String) {
        let (first, last) = (parts(domain.lowerBound), parts(domain.upperBound))
        let isOneYear = first.year == last.year
        let isOneDay = isOneYear && first.month == last.month && first.day == last.day
        func day(_ parts: DateComponents) -> String { "\(parts.day ?? 0) \(Self.months[(parts.month ?? 1) - 1])" }
        func clock(_ moment: Double) -> String {
            let thousandths = unit == .nanosecond ? Self.thousandths(of: moment) : 0
            let parts = parts(unit == .nanosecond ? Self.second(of: moment) : moment)
            var text = String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
            if unit == .second || unit == .nanosecond { text += String(format: ":%02d", parts.second ?? 0) }
            return thousandths > 0 ? text + String(format: ".%03d", thousandths).trimmingZeros : text
        }
        let labels = moments.map { moment -> String in
            let parts = parts(moment)
            let year = "\(parts.year ?? 0)"
            switch unit {
            case .year: return year
            case .month: return Self.months[(parts.month ?? 1) - 1] + (isOneYear ? "" : " " + year)
            case .day: return day(parts) + (isOneYear ? "" : " " + year)
            default: return isOneDay ? clock(moment) : day(parts) + (isOneYear ? " " : " \(year) ") + clock(moment)
            }
        }
        var common: [String] = []
        if unit != .year {
            let isClock = [.nanosecond, .second, .minute, .hour].contains(unit)
            if isOneDay {
                common.append("\(day(first)) \(first.year ?? 0)")
            } else if isOneYear {
                common.append("\(first.year ?? 0)")
            }
            if isClock || unit == .day { common.append(zoneName) }
        }
        let ticks = zip(moments, labels).map { Tick($0, $1) }
        return (ticks, common.isEmpty ? "" : "(\(common.joined(separator: ", ")))")
    }

    /// The second that a moment lies in, and the thousandths after it, rounded together.
    private static func second(of moment: Double) -> Double { ((moment * 1000).rounded() / 1000).rounded(.down) }

    private static func thousandths(of moment: Double) -> Int { Int(((moment - second(of: moment)) * 1000).rounded()) }

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
        case .hour: return hours(step.count)
        case .minute: (parts.month, parts.day, parts.hour) = (start.month, start.day, start.hour)
        case .nanosecond: return fractions(step.seconds)
        default:
            (parts.month, parts.day, parts.hour, parts.minute) = (start.month, start.day, start.hour, start.minute)
        }
        guard let origin = calendar.date(from: parts) else { return [] }
        var found: [Double] = []
        // A day of the month, a minute of the hour and so on starts anew with what is above it.
        for index in 0..<400 {
            guard let date = calendar.date(byAdding: step.unit, value: index * step.count, to: origin) else { break }
            let seconds = date.timeIntervalSince1970
            if seconds > domain.upperBound { break }
            if seconds >= domain.lowerBound { found.append(seconds) }
        }
        return found
    }

    /// Every so many hours of the clock, which on some days misses one or has one twice.
    private func hours(_ count: Int) -> [Double] {
        let calendar = calendar
        let first = Date(timeIntervalSince1970: domain.lowerBound)
        var found: [Double] = []
        for day in 0..<400 {
            guard let date = calendar.date(byAdding: .day, value: day, to: calendar.startOfDay(for: first)),
                date.timeIntervalSince1970 <= domain.upperBound
            else { break }
            for hour in stride(from: 0, to: 24, by: count) {
                var parts = calendar.dateComponents([.year, .month, .day], from: date)
                parts.hour = hour
                guard let moment = calendar.date(from: parts), calendar.component(.hour, from: moment) == hour else {
                    continue
                }
                let seconds = moment.timeIntervalSince1970
                if domain.contains(seconds), seconds > found.last ?? -.infinity { found.append(seconds) }
            }
        }
        return found
    }

    /// Multiples of a part of a second.
    private func fractions(_ step: Double) -> [Double] {
        let second = domain.lowerBound.rounded(.down)
        let first = ((domain.lowerBound - second) / step - 1e-6).rounded(.up)
        let last = ((domain.upperBound - second) / step + 1e-6).rounded(.down)
        guard last > first, last - first < 400 else { return [] }
        return (0...Int(last - first)).map { second + (first + Double($0)) * step }
    }

    /// A moment in words, as in a table: 2024-01-05, 2024-01-05T12:30:00Z or 2024-01-05T12:30:00.25Z.
    static func text(_ seconds: Double) -> String {
        guard abs(seconds) < 2.5e11 else { return "\(seconds)" }
        // A double of today's moments tells millionths of a second apart.
        let millionths = (seconds * 1e6).rounded()
        let whole = (millionths / 1e6).rounded(.down)
        let rest = Int(millionths - whole * 1e6)
        let date = Date(timeIntervalSince1970: whole)
        let style = Date.ISO8601FormatStyle()
        if rest > 0 { return date.formatted(style).dropLast() + String(format: ".%06d", rest).trimmingZeros + "Z" }
        return whole.truncatingRemainder(dividingBy: 86_400) == 0
            ? date.formatted(style.year().month().day()) : date.formatted(style)
    }
}

extension String {
    /// The text of a fraction without the zeros at its end.
    fileprivate var trimmingZeros: String {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
