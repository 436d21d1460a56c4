package oidc.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** What a real issuer is made of: its keys, its one client and its people. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class IssuerConfiguration {

  @Bean
  SecurityFilterChain everything(
      HttpSecurity http, IssuerServer.PeopleClaims people, JwtEncoder encoder) throws Exception {
    http.with(
            OAuth2AuthorizationServerConfigurer.authorizationServer(),
            server ->
                server.oidc(
                    oidc ->
                        oidc.userInfoEndpoint(
                            endpoint ->
                                endpoint
                                    .userInfoMapper(context -> userInfo(context, people))
                                    .userInfoResponseHandler(
                                        (request, response, answer) ->
                                            answer(
                                                response,
                                                (OidcUserInfoAuthenticationToken) answer,
                                                encoder)))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .addFilterBefore(
            (request, response, chain) -> {
              if (((HttpServletRequest) request).getRequestURI().endsWith("/jwks")) {
                people.keyRequests().incrementAndGet();
              }
              chain.doFilter(request, response);
            },
            SecurityContextHolderFilter.class);
    return http.build();
  }

  private static OidcUserInfo userInfo(
      OidcUserInfoAuthenticationContext context, IssuerServer.PeopleClaims people) {
    String name = context.getAuthorization().getPrincipalName();
    Map<String, Object> claims = new HashMap<>(people.userInfo().getOrDefault(name, Map.of()));
    claims.put("sub", name);
    return new OidcUserInfo(claims);
  }

  /** In JSON, or signed where the claims name an audience (OpenID Connect Core 1.0, 5.3.2). */
  private static void answer(
      HttpServletResponse response, OidcUserInfoAuthenticationToken answer, JwtEncoder encoder)
      throws IOException {
    Map<String, Object> claims = answer.getUserInfo().getClaims();
    if (claims.containsKey("aud")) {
      JwtClaimsSet.Builder set = JwtClaimsSet.builder();
      claims.forEach(set::claim);
      response.setContentType("application/jwt");
      response
          .getWriter()
          .write(encoder.encode(JwtEncoderParameters.from(set.build())).getTokenValue());
    } else {
      response.setContentType("application/json");
      response.getWriter().write(new ObjectMapper().writeValueAsString(claims));
    }
  }

  @Bean
  RegisteredClientRepository clients(
      @Value("${test.client}") String client, @Value("${test.registration}") String registration) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("1")
            .clientId(IssuerServer.CLIENT)
            .clientSecret("{noop}" + IssuerServer.SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(client + "/login/oauth2/code/" + registration)
            .postLogoutRedirectUri(client + "/login?logout")
            .scope("openid")
            .scope("email")
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build());
  }

  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().build();
  }

  @Bean
  UserDetailsService people(IssuerServer.PeopleClaims people) {
    return name -> {
      if (!people.byName().containsKey(name)) {
        throw new UsernameNotFoundException(name);
      }
      return User.withUsername(name)
          .password("{noop}" + IssuerServer.PASSWORD)
          .roles("PERSON")
          .build();
    };
  }

  /** What is said of somebody stands in the token, over what the issuer would say by itself. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(IssuerServer.PeopleClaims people) {
    return context -> {
      if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
        people
            .byName()
            .get(context.getPrincipal().getName())
            .forEach((name, value) -> context.getClaims().claim(name, value));
      }
    };
  }

  @Bean
  JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAKey key =
        new RSAKey.Builder((RSAPublicKey) pair.getPublic())
            .privateKey((RSAPrivateKey) pair.getPrivate())
            .keyID(UUID.randomUUID().toString())
            .build();
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  JwtEncoder encoder(JWKSource<SecurityContext> keys) {
    return new NimbusJwtEncoder(keys);
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }
}
