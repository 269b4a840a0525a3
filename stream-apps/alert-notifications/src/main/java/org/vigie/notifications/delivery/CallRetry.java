package org.vigie.notifications.delivery;

import java.time.Instant;
import java.util.Optional;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.delivery.UndeliveredCalls.UndeliveredCall;
import org.vigie.notifications.source.AlertSource;
import org.vigie.schemas.Alert;

/** Tries the calls again that a receiver could not process, beside the other alarms, while their alarms need a call. */
record CallRetry(NotificationChannel channel, DeliveryRecorder recorder, UndeliveredCalls undelivered) {
    /** Returns true for a call that nobody repeats when it is not delivered. */
    boolean isMeant(Alert alert, AlertSource source) {
        return !channel.mirrors() && !source.repeatsSkipped() && NotificationRules.isCall(alert);
    }

    /** Takes up the calls that earlier runs of the app could not deliver, as far as their alarms still need one. */
    void restore(AlertSource source) {
        if (!channel.mirrors() && !source.repeatsSkipped()) {
            source.readAgain(recorder.clock().instant().minus(recorder.oldest()), this::restore);
        }
    }

    private void restore(Alert entry) {
        undelivered.follow(entry);
        if (channel.wants(entry)) {
            undelivered.superseded(entry);
            recorder.deliveries().undeliveredSince(entry).ifPresent(requested -> undelivered.keep(entry, requested, 1));
        }
    }

    /** Keeps a call after a try that the receiver answered. */
    void keep(Alert alert, Instant requested, int tries, DeliveryFailedException why) {
        recorder.failed(alert, why.getMessage() + (tries > 1 ? " (" + tries + " times)" : ""));
        undelivered.keep(alert, requested, tries);
    }

    /** Tries once more the calls whose pause is over, until the receiver does not take one. */
    void retryDue(AlertSource source) {
        Optional<UndeliveredCall> due = undelivered.nextDue();
        while (due.isPresent() && isDone(due.get(), source)) {
            due = undelivered.nextDue();
        }
    }

    private boolean isDone(UndeliveredCall call, AlertSource source) {
        if (recorder.isTooOld(call.requested())) {
            recorder.skipped(call.alert(), source);
            return true;
        }
        try {
            recorder.attempted(call.alert());
            recorder.delivered(call.alert(), channel.deliver(call.alert()));
            return true;
        } catch (DeliveryRefusedException e) {
            recorder.refused(call.alert(), String.valueOf(e.getMessage()));
            return true;
        } catch (DeliveryFailedException e) {
            keep(call.alert(), call.requested(), call.tries() + 1, e);
            return false;
        }
    }
}
