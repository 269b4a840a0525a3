package org.vigie.signal.alarm;

/** Names the side on which a limit is violated. It also gives the value from which the violation ends, with the hysteresis band. */
public enum LimitSide {
    BELOW("<") {
        @Override
        boolean violates(double value, double limit) {
            return value < limit;
        }

        @Override
        boolean clears(double value, double limit, double band) {
            return value >= limit + band;
        }
    },
    ABOVE(">") {
        @Override
        boolean violates(double value, double limit) {
            return value > limit;
        }

        @Override
        boolean clears(double value, double limit, double band) {
            return value <= limit - band;
        }
    },
    AT_LEAST("≥") {
        @Override
        boolean violates(double value, double limit) {
            return value >= limit;
        }

        @Override
        boolean clears(double value, double limit, double band) {
            return value < limit - band;
        }
    };

    private final String sign;

    LimitSide(String sign) {
        this.sign = sign;
    }

    /** Returns the sign in alarm texts, as in {@code SpO2 84 % < 90 %}. */
    public String sign() {
        return sign;
    }

    abstract boolean violates(double value, double limit);

    abstract boolean clears(double value, double limit, double band);
}
