package org.vigie.signal.alarm;

/** On which side of a limit it is bad, and how far back it must come to be good again. */
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

    /** For the nurse: {@code SpO2 84 % < 90 %}. */
    public String sign() {
        return sign;
    }

    abstract boolean violates(double value, double limit);

    abstract boolean clears(double value, double limit, double band);
}
