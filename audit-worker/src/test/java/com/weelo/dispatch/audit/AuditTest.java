package com.weelo.dispatch.audit;

import com.weelo.dispatch.testing.StoresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service, which works as the role that may only add. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoresTest(
    database = "audit",
    properties = {
      "dispatch.test.own-login=true",
      "spring.datasource.password=it's only for tests",
      "dispatch.audit.signing-key=${java.io.tmpdir}/weelo-audit-${random.uuid}/key.pem",
      "dispatch.audit.seal-file=${java.io.tmpdir}/weelo-audit-${random.uuid}/seals.ndjson",
      "dispatch.audit.create-signing-key=true",
      "dispatch.audit.seal-interval=1s",
      "dispatch.audit.digest-every=50ms"
    })
public @interface AuditTest {}
