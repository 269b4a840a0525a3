package org.vigie.signal.alarm.command;

import java.util.Optional;
import org.vigie.signal.earlywarning.SaturationScale;

/** Holds a command that sets the saturation scale of NEWS2 for a patient. */
public record SaturationScaleRequest(AlarmCommand command) {
    /**
     * Returns the requested scale. It is empty when the scale is neither 1 nor 2, when the reason is missing, or when an end is given: only
     * a transfer, the end of the stay or another command ends a scale.
     */
    public Optional<SaturationScale> scale() {
        boolean complete = !command.reason().isBlank() && command.length().isEmpty();
        return switch (complete ? command.argument("scale") : "") {
            case "1" -> Optional.of(SaturationScale.SCALE_1);
            case "2" -> Optional.of(SaturationScale.SCALE_2);
            default -> Optional.empty();
        };
    }
}
