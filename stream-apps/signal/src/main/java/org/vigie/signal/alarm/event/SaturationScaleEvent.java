package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;

/** Describes a change of the saturation scale of NEWS2 for a patient. It concerns no alarm. */
public sealed interface SaturationScaleEvent extends AlarmEvent {
    /** Returns the scale that is in force after the event. */
    SaturationScale scale();

    @Override
    default Optional<Alarm> concernedAlarm() {
        return Optional.empty();
    }

    /** Tells that a command set the scale. */
    record SaturationScaleSet(StayContext context, SaturationScale scale, AlarmCommand command, Instant at)
            implements SaturationScaleEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.NEWS2_SCALE_SET;
        }

        @Override
        public LocalizedText text() {
            return switch (scale) {
                case SCALE_1 -> new LocalizedText("NEWS2 : SpO2 sur l'échelle 1", "NEWS2: SpO2 on scale 1");
                case SCALE_2 ->
                    new LocalizedText(
                            "NEWS2 : SpO2 sur l'échelle 2 (cible 88-92 %)", "NEWS2: SpO2 on scale 2 (target 88-92 %)");
            };
        }

        @Override
        public Optional<AlarmCommand> causingCommand() {
            return Optional.of(command);
        }
    }

    /** Tells that a transfer or the end of the stay ended scale 2. */
    record SaturationScaleExpired(StayContext context, Instant at) implements SaturationScaleEvent {
        @Override
        public SaturationScale scale() {
            return SaturationScale.SCALE_1;
        }

        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.NEWS2_SCALE_EXPIRED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText(
                    "NEWS2 : fin de l'échelle 2, SpO2 de nouveau sur l'échelle 1",
                    "NEWS2: scale 2 ended, SpO2 on scale 1 again");
        }
    }
}
