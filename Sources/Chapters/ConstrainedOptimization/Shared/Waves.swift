/// How many noisy waves of three classes the networks of the section learn from, and how many they are tested on.
enum Waves {
    static let trainingExamples = 200
    static let testExamples = 500
}
