package org.vigie.station.alarm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;

/** Tests which deliveries the page holds. */
class CallDeliveryViewTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final CallDeliveryView view = new CallDeliveryView();

    @Test
    void aDeliveryWhoseRecordIsDeletedIsForgotten() {
        // given
        view.take(delivery("c|1", "webhook"));
        view.take(delivery("c|1", "mail"));

        // when
        view.removeRecord("c|1|webhook");

        // then
        assertThat(view.of("a1")).extracting(CallDeliverySnapshot::channel).containsExactly("mail");

        // when
        view.removeRecord("c|1|mail");

        // then
        assertThat(view.of("a1")).isEmpty();
    }

    @Test
    void theDeletionOfAnOlderCallLeavesTheNewestOne() {
        // given
        view.take(delivery("c1", "webhook"));
        view.take(delivery("c2", "webhook"));

        // when
        view.removeRecord("c1|webhook");

        // then
        assertThat(view.of("a1")).hasSize(1);
    }

    private static NotificationDelivery delivery(String call, String channel) {
        return NotificationDelivery.newBuilder()
                .setCall(call)
                .setChannel(channel)
                .setAlert("a1")
                .setStay("s1")
                .setBed("REA/01")
                .setState(DeliveryState.REQUESTED)
                .setRequestedAt(AT)
                .build();
    }
}
