package org.vigie.signal.alarm;

/**
 * Holds the range in which one role may set one alarm limit of a patient. Both ends are allowed.
 *
 * @param floor lowest limit, in the variable's unit
 * @param ceiling highest limit, in the variable's unit
 */
public record PatientLimitBound(
        String variable, LimitSide side, AlarmPriority priority, String role, double floor, double ceiling) {
    /** Returns true when the bound is about this limit and this role. */
    public boolean concerns(PatientLimit limit, String sender) {
        return role.equals(sender)
                && variable.equals(limit.variable())
                && side == limit.side()
                && priority == limit.priority();
    }

    /** Returns true when the value of the limit is inside. */
    public boolean contains(PatientLimit limit) {
        return limit.limit() >= floor && limit.limit() <= ceiling;
    }
}
