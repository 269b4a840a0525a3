package org.vigie.notifications.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.source.AlertSource;
import org.vigie.schemas.Alert;

/**
 * Delivers single alarms to one channel, and records what became of each try.
 *
 * <p>An alarm holds back the later ones until it is accepted, refused or too old. A receiver that answers and cannot process one alarm does
 * not hold back the later ones for long. A call of Vigie's own alarms is tried again beside the others at once; an alarm of a source that repeats
 * it counts as refused after some tries, or after one when the receiver refuses the sender. The end of an alarm is never too old, and is tried
 * again after the others: without it a receiver goes on to alarm.
 *
 * @param retry tries the calls again that the receiver could not process
 */
record AlarmDelivery(
        NotificationChannel channel, DeliveryRecorder recorder, UnprocessedAlarms unprocessed, CallRetry retry) {
    /** Signals that the alarm must be sent again. */
    static final class DeliveryPendingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DeliveryPendingException(DeliveryFailedException cause) {
            super(cause);
        }
    }

    /** Returns an attempt to deliver an alarm. It throws {@link DeliveryPendingException} until it is done with the alarm. */
    Runnable attempt(ConsumerRecord<String, Alert> record, AlertSource source) {
        var answered = new AtomicInteger();
        Instant requested = Instant.ofEpochMilli(record.timestamp());
        unprocessed.superseded(record.value());
        retry.undelivered().superseded(record.value());
        return () -> {
            if (!channel.mirrors() && !UnprocessedAlarms.isEnd(record.value()) && recorder.isTooOld(requested)) {
                recorder.skipped(record.value(), source);
            } else {
                deliver(record.value(), requested, source, answered);
            }
        };
    }

    /** Tries once more the ends that the receiver could not process, until it cannot process one. */
    void deliverKeptEnds() {
        for (Optional<Alert> end = unprocessed.nextEnd(); end.isPresent(); end = unprocessed.nextEnd()) {
            deliverKept(end.get());
        }
    }

    private void deliverKept(Alert end) {
        try {
            recorder.delivered(end, channel.deliver(end));
        } catch (DeliveryRefusedException e) {
            recorder.refused(end, String.valueOf(e.getMessage()));
        } catch (DeliveryFailedException e) {
            unprocessed.keep(end);
        }
    }

    private void deliver(Alert alert, Instant requested, AlertSource source, AtomicInteger answered) {
        try {
            recorder.attempted(alert);
            recorder.delivered(alert, channel.deliver(alert));
        } catch (DeliveryRefusedException e) {
            recorder.refused(alert, String.valueOf(e.getMessage()));
        } catch (DeliveryFailedException e) {
            if (e.isAnswered() && retry.isMeant(alert, source)) {
                retry.keep(alert, requested, answered.incrementAndGet(), e);
            } else if (e.isAnswered() && isLastTry(alert, answered.incrementAndGet(), e)) {
                giveUp(alert, e.getMessage() + (answered.get() > 1 ? " (" + answered + " times)" : ""), source);
            } else {
                failed(alert, e, source);
            }
        }
    }

    /** Returns true when no further try follows at once. A receiver that refuses the sender does so a second later, too. */
    private boolean isLastTry(Alert alert, int tries, DeliveryFailedException why) {
        return why.isOfSender() || unprocessed.isTriedEnough(alert, tries);
    }

    /** Gives up an alarm for now: its end is kept, and the next message about an alarm that goes on calls. */
    private void giveUp(Alert alert, String why, AlertSource source) {
        if (UnprocessedAlarms.isEnd(alert)) {
            recorder.endWaits(alert, why);
            unprocessed.keep(alert);
        } else {
            recorder.refused(alert, why);
            unprocessed.refused(alert);
            source.skipped(alert);
        }
    }

    private void failed(Alert alert, DeliveryFailedException why, AlertSource source) {
        recorder.failed(alert, String.valueOf(why.getMessage()));
        recorder.status().publish(channel.name(), source.waiting());
        throw new DeliveryPendingException(why);
    }
}
