package org.vigie.alerts.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.record.AlarmTrigger.SentCommand;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.lifecycle.LedgerEntry;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.rules.UnitRules;
import org.vigie.signal.text.LocalizedText;

/** Maps the ledger entries that one trigger caused to the records of alerts.ledger and alerts.current. */
public record AlertRecordMapper(AlarmTrigger trigger, UnitRules unit) {
    /** Version of the ledger from which the entries of a patient's open alarm hold its incident. */
    private static final int LEDGER_VERSION = 2;

    /** Returns the record of an entry without its hash. */
    public Alert entry(LedgerEntry entry) {
        AlarmEvent event = entry.event();
        Optional<SentCommand> command = event.causingCommand().flatMap(each -> trigger.command());
        return about(event)
                .setSequence(entry.sequence())
                .setLedgerVersion(LEDGER_VERSION)
                .setSignalDelayMs(signalDelay(event).orElse(null))
                .setProfile(unit.profile())
                .setLimits(new AlertLimitMapper(unit).limits(event))
                .setCondition(AlertConditionMapper.condition(entry.stateAfter()).orElse(null))
                .setCommand(command.map(SentCommand::command).orElse(null))
                .setCommandOrigin(command.map(SentCommand::origin).orElse(null))
                .setRefusal(event.refusalReason()
                        .map(EnumMappings.COMMAND_REFUSAL::toRecord)
                        .orElse(null))
                .setIncident(entry.stateAfter()
                        .incident()
                        .map(IncidentRecordMapper::record)
                        .orElse(null))
                .setFeedback(event.givenFeedback()
                        .map(EnumMappings.ALARM_FEEDBACK::toRecord)
                        .orElse(null))
                .build();
    }

    private Alert.Builder about(AlarmEvent event) {
        Alert.Builder alert = new AlarmFieldMapper(trigger).fields(event);
        return with(alert, event.text(), event.causes())
                .setState(EnumMappings.ALARM_EVENT_KIND.toRecord(event.kind()))
                .setAt(event.at())
                .setClearedAt(event.kind() == AlarmEventKind.CLEARED ? event.at() : null);
    }

    /** Returns the time from publication to processing; 0 when two machines' clocks differ by more than that time. */
    private Optional<Long> signalDelay(AlarmEvent event) {
        boolean prompted = !event.causes().isEmpty() || event.causingCommand().isPresent();
        long millis = Duration.between(trigger.published(), trigger.now()).toMillis();
        return prompted ? Optional.of(Math.max(0, millis)) : Optional.empty();
    }

    /**
     * Returns the record that {@code entry} leaves in alerts.current: the open alarm or its end. It is empty when the entry changes no
     * alarm.
     *
     * @param sealed record of the entry with its hash
     */
    public Optional<Alert> current(LedgerEntry entry, Alert sealed) {
        return switch (entry.event().kind()) {
            case CLEARED -> Optional.of(sealed);
            case COMMAND_REFUSED,
                    FEEDBACK,
                    LIMIT_SET,
                    LIMIT_EXPIRED,
                    NEWS2_SCALE_SET,
                    NEWS2_SCALE_EXPIRED,
                    TREATMENT_LIMITATION_SET,
                    NURSE_ASSIGNED,
                    ESTIMATE_RECORDED -> Optional.empty();
            default -> entry.stateAfter().openAlarm().map(openAlarm -> open(openAlarm, sealed));
        };
    }

    private Alert open(OpenAlarm openAlarm, Alert sealed) {
        Alarm alarm = openAlarm.alarm();
        Alert.Builder alert = new AlarmFieldMapper(trigger).fields(alarm);
        return with(alert, alarm.finding().text(), alarm.finding().causes())
                .setState(AlertStateRecord.RAISED)
                .setAt(sealed.getAt())
                .setSequence(sealed.getSequence())
                .setPreviousHash(sealed.getPreviousHash())
                .setHash(sealed.getHash())
                .setProfile(sealed.getProfile())
                .setCondition(sealed.getCondition())
                .setIncident(sealed.getIncident())
                .build();
    }

    private Alert.Builder with(Alert.Builder alert, LocalizedText text, List<TriggeringReading> causes) {
        return alert.setMessageFr(text.fr())
                .setMessageEn(text.en())
                .setCauses(causes.stream().map(this::cause).toList());
    }

    private TriggeringReadingRecord cause(TriggeringReading reading) {
        var position = reading.place();
        var origin = new Origin(trigger.rawTopic(), position.partition(), position.offset(), position.index());
        return new TriggeringReadingRecord(reading.variable(), reading.value(), reading.at(), origin);
    }
}
