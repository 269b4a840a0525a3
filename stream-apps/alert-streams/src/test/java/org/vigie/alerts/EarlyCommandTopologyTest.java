package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.WardStory;

/** Tests a stay whose first command comes before its first chart, which has an earlier time. */
class EarlyCommandTopologyTest {
    private final AlertTopologyDriver alerts = new AlertTopologyDriver(AlarmRuleCatalogue.adultIcu());

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aRefusedCommandDoesNotDelayTheEscalationOfTheFirstChart() {
        // given
        alerts.ask(acknowledge("c-1", Duration.ofMinutes(20)));

        // when
        chartLowPressure();
        for (int sweep = 0; sweep < 14; sweep++) {
            alerts.pass(Duration.ofSeconds(5));
        }

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(ledger.get(0).getRefusal()).isEqualTo(AlarmCommandRefusalRecord.UNKNOWN_STAY);
        assertThat(ledger.get(1).getState()).isEqualTo(AlertStateRecord.RAISED);
        assertThat(ledger.get(1).getRaisedAt()).isEqualTo(WardStory.START);
        assertThat(ledger.get(2).getState()).isEqualTo(AlertStateRecord.ESCALATED);
        assertThat(ledger.get(2).getAt()).isEqualTo(WardStory.START.plusSeconds(60));
    }

    @Test
    void theLedgerOfSuchAStayIsOneUnbrokenChain() {
        // given
        var check = new LedgerCheck();

        // when
        alerts.ask(acknowledge("c-1", Duration.ofMinutes(20)));
        chartLowPressure();
        alerts.ask(acknowledge("c-2", Duration.ofMinutes(21)));
        List<Alert> ledger = alerts.ledger();

        // then
        assertThat(ledger).extracting(entry -> check.take("here", entry)).containsOnly(Optional.empty());
        assertThat(ledger).extracting(Alert::getSequence).startsWith(1L, 2L, 3L);
    }

    private void chartLowPressure() {
        alerts.tell(new WardStory()
                .bed("REA/1", "stay-1")
                .value("nibp_mean", "50")
                .every(1, ChronoUnit.SECONDS)
                .cleanObservations());
    }

    private static AlarmCommandRecord acknowledge(String id, Duration sinceStart) {
        return AlarmCommandRecord.newBuilder()
                .setCommand(id)
                .setStay("stay-1")
                .setAlert("none")
                .setKind(CommandTypeRecord.ACKNOWLEDGE)
                .setBy("n-1")
                .setRole("nurse")
                .setReason("seen")
                .setAt(WardStory.START.plus(sinceStart))
                .build();
    }
}
