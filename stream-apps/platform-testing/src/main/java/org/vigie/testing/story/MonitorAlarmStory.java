package org.vigie.testing.story;

import java.time.Instant;
import org.vigie.schemas.BedsideAlarm;

/**
 * Tells the messages in which a monitor reports one of its own alarms.
 *
 * @param bed where the monitor stands
 * @param number that the messages of the alarm share; empty for a message without one
 * @param text on the monitor
 * @param priority PH, PM, PL or PN; empty when the monitor sends none
 */
public record MonitorAlarmStory(String bed, String number, String text, String priority) {
    /**
     * Returns the message about one phase.
     *
     * @param phase start, continue, escalate or end
     * @param received the time at which the gateway had it
     */
    public BedsideAlarm says(String phase, Instant received) {
        return BedsideAlarm.newBuilder()
                .setSource("MONITOR|ICU")
                .setDevice("BOX-1")
                .setBed(bed)
                .setMessageId("m" + received.getEpochSecond())
                .setAlarm(number)
                .setCode("196616^MDC_EVT_ALARM^MDC")
                .setText(text)
                .setAbout("")
                .setValue("")
                .setPhase(phase)
                .setState("active")
                .setPriority(priority)
                .setKind("SP")
                .setReceivedTime(received)
                .build();
    }
}
