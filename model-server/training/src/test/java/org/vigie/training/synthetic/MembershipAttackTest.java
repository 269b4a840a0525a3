package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.evaluation.RankingCurve.CurvePoint;

class MembershipAttackTest {
    @Test
    void membersThatAreAllNearerAreAllFound() {
        // when
        MembershipAttack attack = MembershipAttack.of(new double[] {1, 2}, new double[] {3, 4});

        // then
        assertThat(attack.auroc()).isEqualTo(1);
        assertThat(attack.roc()).contains(new CurvePoint(0, 1)).startsWith(new CurvePoint(0, 0));
    }

    @Test
    void equalDistancesRevealNothing() {
        assertThat(MembershipAttack.of(new double[] {2, 2, 2}, new double[] {2, 2})
                        .auroc())
                .isEqualTo(.5);
    }
}
