extension [ArmMeasurements] {
    /// Every replicate of `arm`, changed alike.
    mutating func change(_ arm: Arm, _ change: (inout AttackMeasurements) -> Void) {
        for place in indices where self[place].arm == arm {
            for replicate in self[place].replicates.indices { change(&self[place].replicates[replicate]) }
        }
    }

    mutating func exchange(_ first: Arm, _ second: Arm) {
        let (one, other) = (self[first], self[second])
        for place in indices {
            if self[place].arm == first { self[place].replicates = other }
            if self[place].arm == second { self[place].replicates = one }
        }
    }
}
