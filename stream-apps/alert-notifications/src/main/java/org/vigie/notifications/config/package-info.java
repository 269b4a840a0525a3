/**
 * Configures alert-notifications: which channels are enabled, and what each of them sends.
 * Values are checked when the app starts.
 */
package org.vigie.notifications.config;
