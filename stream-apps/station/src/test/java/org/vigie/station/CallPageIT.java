package org.vigie.station;

import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.triage;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.TriageLevelRecord;

/** Tests what the page says of calls and of the attention that a patient needs. */
class CallPageIT extends PageInBrowser {
    @Test
    void aCallIsDeliveredOnlyWhenTheChannelGaveAReceipt() {
        // given
        Instant now = wall.instant();
        hr(150);
        ward.take(open(
                raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, now, "FC haute"),
                AlertCondition.newBuilder().setVersion(1).build()));
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .done")).hasCount(0);

        // when
        ward.take(delivery(DeliveryState.SENT, now));

        // then
        contains("#alarm-rows .done", "courriel : envoyé à");
        contains("#alarm-rows .done", "sans accusé de réception");

        // when
        ward.take(delivery(DeliveryState.DELIVERED, now));

        // then
        contains("#alarm-rows .done", "courriel : transmis à");

        // when
        ward.take(delivery(DeliveryState.FAILED, now));

        // then
        contains("#alarm-rows .done", "courriel : échec à");
        contains("#alarm-rows .done", "connection refused");
    }

    @Test
    void inIntensiveCareTheAttentionLevelStandsInPlaceOfTheTriageOfArrivals() {
        // given
        Instant now = wall.instant();
        hr(82);
        var assessed = triage("REA/01", "s1", TriageLevelRecord.TRI_1, 3, 3, now);
        assessed.setAttention(AttentionRecord.newBuilder()
                .setLevel(AttentionLevelRecord.MEDIUM)
                .setReasonsFr(List.of("FiO2 60 %"))
                .setReasonsEn(List.of("FiO2 60 %"))
                .setMissing(List.of("rr", "pressure"))
                .setSofaLow(6)
                .setSofaHigh(8)
                .setSofaChange(2)
                .setRuleVersion("1")
                .build());

        // when
        ward.take(assessed, now);
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        shows("[data-bed='REA/01'] .triage[data-level=ATTENTION_MEDIUM]", "Att. moy.");
        shows("[data-bed='REA/01'] .triage-reason", "FiO2 60 %");
        contains("#bed-dialog .bed-facts", "SOFA-2 6–8 (+2 / 24 h)");
        contains("#bed-dialog .bed-facts", "manque : FR, pression artérielle");
        assertNoBarrier("an attention level");
    }

    private static NotificationDelivery delivery(DeliveryState state, Instant at) {
        return NotificationDelivery.newBuilder()
                .setCall("c1")
                .setChannel("mail")
                .setAlert("a1")
                .setStay("s1")
                .setBed("REA/01")
                .setFromMonitor(false)
                .setState(state)
                .setRequestedAt(at)
                .setSentAt(at)
                .setDeliveredAt(at)
                .setFailedAt(at)
                .setAttempts(1)
                .setDetail(state == DeliveryState.FAILED ? "connection refused" : null)
                .build();
    }
}
