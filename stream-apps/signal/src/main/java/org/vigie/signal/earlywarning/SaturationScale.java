package org.vigie.signal.earlywarning;

import java.util.Arrays;
import java.util.Optional;

/** Lists the saturation scales of NEWS2, which depend on the target saturation (Royal College of Physicians, 2017). */
public enum SaturationScale {
    /** Scale 1, for a target of 96 % and more. */
    SCALE_1(1),
    /** Scale 2, for a target of 88-92 % in hypercapnic respiratory failure; only when a physician has set it. */
    SCALE_2(2);

    private final int number;

    SaturationScale(int number) {
        this.number = number;
    }

    /** Returns the number by which clinicians call the scale. */
    public int number() {
        return number;
    }

    /** Returns the scale with this number; empty when there is none. */
    public static Optional<SaturationScale> of(int number) {
        return Arrays.stream(values()).filter(scale -> scale.number == number).findFirst();
    }
}
