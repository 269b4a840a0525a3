package org.vigie.access;

/** Lists the outcomes of an attempt. */
public enum AccessDecision {
    PERMITTED("permitted"),
    /** Permitted, because the principal broke the glass for the unit. */
    PERMITTED_IN_EMERGENCY("permitted in an emergency"),
    ROLE_LACKS_RIGHT("the role of this user may not do this"),
    UNIT_OUT_OF_SCOPE("this user has no access to this unit"),
    SECRET_WRONG("the secret is not that of this user");

    private final String reason;

    AccessDecision(String reason) {
        this.reason = reason;
    }

    /** Returns the reason in words; it repeats nothing of the request. */
    public String reason() {
        return reason;
    }

    public boolean isPermitted() {
        return this == PERMITTED || this == PERMITTED_IN_EMERGENCY;
    }
}
