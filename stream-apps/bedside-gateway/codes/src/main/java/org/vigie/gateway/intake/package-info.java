/**
 * What a protocol reader hands to the gateway: measured values, patient movements, bedside alerts, dropped elements with their reason, and the
 * port that takes them. No reader and no broker is known here.
 */
package org.vigie.gateway.intake;
