<?php

/**
 * How far a request came is told apart by real connections: refused, not found, not trusted, closed, reset, silent, slow, cut, too long,
 * redirected, compressed, and in older and odder forms of HTTP.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use Closure;
use IspmanagerNoc\Account\CurlTransport;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\Mask;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Account\Request;
use PHPUnit\Framework\TestCase;
use ReflectionClass;
use ReflectionProperty;

/** @group machine */
final class CurlTransportTest extends TestCase
{
    public function testAWholeAnswerIsReceivedWithItsStatus(): void
    {
        $reply = $this->serve("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\n<doc/>");
        self::assertSame([true, null, 403, '<doc/>'], [$reply->wasSent, $reply->failure, $reply->status, $reply->body]);
    }

    public function testTheFormGoesAsABodyAndNotAsAQuery(): void
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 5, $file);
        $request = (string) file_get_contents($file);
        unlink($file);
        self::assertStringStartsWith("POST /manager/billmgr HTTP/1.1\r\n", $request);
        self::assertStringContainsString("\r\n\r\nauthinfo=user%3Ap%26w&func=whoami", $request);
        self::assertStringNotContainsString('Expect', $request);
    }

    public function testARefusedConnectionSentNothing(): void
    {
        $port = self::freePort();
        $reply = $this->post(Host::parse("127.0.0.1:$port", true));
        self::assertSame([false, 0], [$reply->wasSent, $reply->status]);
    }

    public function testAHostThatDoesNotExistSentNothing(): void
    {
        $reply = $this->post(self::host('https://account.invalid/'));
        self::assertSame([false, 0], [$reply->wasSent, $reply->status]);
        self::assertStringContainsString('resolve', (string) $reply->failure);
    }

    public function testACertificateThatIsNotTrustedSentNothing(): void
    {
        [$process, $port, $directory] = self::tlsServer();
        try {
            $reply = $this->post(self::host("https://127.0.0.1:$port/"));
            self::assertFalse($reply->wasSent, (string) $reply->failure);
            self::assertStringContainsStringIgnoringCase('certificate', (string) $reply->failure);
            $outcome = Outcome::of($reply, new Mask([]), static fn (): bool => true);
            self::assertSame(OutcomeKind::NotSent, $outcome->kind);
        } finally {
            proc_terminate($process);
            array_map(unlink(...), glob("$directory/*") ?: []);
            rmdir($directory);
        }
    }

    public function testAConnectionThatIsNeverAcceptedSentNothing(): void
    {
        $server = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
        socket_bind($server, '127.0.0.1', 0);
        socket_listen($server, 0);
        socket_getsockname($server, $address, $port);
        $waiting = [];
        for ($client = 0; $client < 8; $client++) {
            $waiting[] = @stream_socket_client("tcp://127.0.0.1:$port", $code, $text, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
        }
        $reply = $this->post(Host::parse("127.0.0.1:$port", true), 5, 4.5);
        self::assertFalse($reply->wasSent, (string) $reply->failure);
        self::assertStringContainsString('28', (string) $reply->failure);
    }

    public function testAHandshakeThatIsNeverAnsweredSentNothing(): void
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($server);
        $reply = $this->post(self::host('https://' . stream_socket_get_name($server, false) . '/'), 5, 4.5);
        self::assertFalse($reply->wasSent, (string) $reply->failure);
        self::assertStringContainsString('28', (string) $reply->failure);
    }

    public function testAHandshakeThatIsClosedSentNothing(): void
    {
        $reply = $this->serve('', 5, '/dev/null', 'https');
        self::assertFalse($reply->wasSent, (string) $reply->failure);
    }

    public function testNoNewerHttpIsAgreedUponThatWouldRepeatByItself(): void
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $this->serve(static function ($connection) use ($file): void {
            file_put_contents($file, fread($connection, 4096));
        }, 5, '/dev/null', 'https');
        $hello = (string) file_get_contents($file);
        unlink($file);
        self::assertNotSame('', $hello);
        self::assertStringNotContainsString("\x02h2", $hello);
    }

    public function testAConnectionThatIsClosedAfterTheRequestIsLost(): void
    {
        $reply = $this->serve('');
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testAConnectionThatIsResetAfterTheRequestIsLost(): void
    {
        $reply = $this->serve(static function ($connection): void {
            socket_set_option(socket_import_stream($connection), SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
            fclose($connection);
        });
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testAnAnswerThatIsCutOffIsLost(): void
    {
        $reply = $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<doc><id>812345</id>");
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
        self::assertSame('<doc><id>812345</id>', $reply->body);
    }

    public function testASilentServerIsLostAfterTheTotalTime(): void
    {
        $reply = $this->serve(null, 1);
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testASilentServerIsGivenUpSoonWhereSomebodyWaits(): void
    {
        $reply = $this->serve(null, 30, waited: 4.5);
        self::assertTrue($reply->wasSent);
        self::assertStringContainsString('42', (string) $reply->failure);
    }

    public function testAnAnswerThatHasBegunIsReadToItsEndWhereSomebodyWaits(): void
    {
        $reply = $this->serve(static function ($connection): void {
            fwrite($connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<doc>");
            for ($part = 0; $part < 30; $part++) {
                usleep(50_000);
                fwrite($connection, ' ');
            }
            fwrite($connection, '</doc>');
        }, 30, waited: 4.5);
        self::assertSame([true, null, '<doc></doc>'], [$reply->wasSent, $reply->failure, str_replace(' ', '', $reply->body)]);
    }

    public function testAnAnswerThatStopsHalfWayIsLostAfterTheTotalTime(): void
    {
        $reply = $this->serve(static function ($connection): void {
            fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<doc><id>812345</id>");
            fread($connection, 1);
        }, 1);
        self::assertSame([true, 200, '<doc><id>812345</id>'], [$reply->wasSent, $reply->status, $reply->body]);
        self::assertNotNull($reply->failure);
    }

    public function testAnAnswerThatDripsIsLostAfterTheTotalTime(): void
    {
        $reply = $this->serve(static function ($connection): void {
            fwrite($connection, "HTTP/1.1 200 OK\r\n\r\n<doc>");
            while (@fwrite($connection, ' ') === 1) {
                usleep(20_000);
            }
        }, 1);
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testARedirectIsNotFollowed(): void
    {
        $reply = $this->serve("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n");
        self::assertSame([302, null], [$reply->status, $reply->failure]);
    }

    public function testABodyBeyondTheLimitIsLost(): void
    {
        $reply = $this->serve("HTTP/1.1 200 OK\r\n\r\n" . str_repeat('x', Request::MAX_BYTES + 1));
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testACompressedBodyIsNotAskedForAndNotUnpacked(): void
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $bomb = (string) gzencode(str_repeat('<doc/>', 4_000_000), 9);
        $head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " . strlen($bomb) . "\r\n\r\n";
        $reply = $this->serve($head . $bomb, 5, $file);
        self::assertStringNotContainsStringIgnoringCase('Accept-Encoding', (string) file_get_contents($file));
        unlink($file);
        self::assertSame($bomb, $reply->body);
        self::assertSame(OutcomeKind::Unknown, Outcome::of($reply, new Mask([]), static fn (): bool => true)->kind);
    }

    /** @return array<string, array{string, int}> */
    public static function answersInOtherForms(): array
    {
        return [
            'HTTP/1.0 without a length' => ["HTTP/1.0 200 OK\r\n\r\n<doc/>", 200],
            'after 100 Continue' => ["HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<doc/>", 200],
            'after 103 Early Hints' => ["HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 503 Busy\r\nContent-Length: 6\r\n\r\n<doc/>", 503],
            'in chunks' => ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n<d\r\n4\r\noc/>\r\n0\r\n\r\n", 200],
        ];
    }

    /** @dataProvider answersInOtherForms */
    public function testAnAnswerIsReadInEveryFormOfHttp(string $answer, int $status): void
    {
        $reply = $this->serve($answer);
        self::assertSame([true, null, $status, '<doc/>'], [$reply->wasSent, $reply->failure, $reply->status, $reply->body]);
    }

    public function testWhatIsNotHttpAndChunksWithoutAnEndAreLost(): void
    {
        foreach (['<doc/>', "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<doc/>\r\n"] as $answer) {
            $reply = $this->serve($answer);
            self::assertTrue($reply->wasSent, $answer);
            self::assertNotNull($reply->failure, $answer);
        }
    }

    /** @param float|null $waited null where nobody waits */
    private function post(Host $host, int $seconds = 5, ?float $waited = null): Reply
    {
        $form = ['authinfo' => 'user:p&w', 'func' => 'whoami'];
        return (new CurlTransport())->post(new Request($host, $form, $seconds, $waited ?? 0.0, isHurried: $waited !== null));
    }

    private static function host(string $calls): Host
    {
        $host = (new ReflectionClass(Host::class))->newInstanceWithoutConstructor();
        foreach (['calls' => $calls, 'pages' => $calls, 'isLoopback' => false] as $name => $value) {
            (new ReflectionProperty(Host::class, $name))->setValue($host, $value);
        }
        return $host;
    }

    /**
     * Answers one connection.
     *
     * @param string|Closure(resource): void|null $answer the bytes, or what is done with the connection; null stays silent
     */
    private function serve(
        string|Closure|null $answer,
        int $seconds = 5,
        string $keep = '/dev/null',
        string $scheme = 'http',
        ?float $waited = null,
    ): Reply {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($server);
        $address = (string) stream_socket_get_name($server, false);
        $child = pcntl_fork();
        if ($child === 0) {
            $connection = stream_socket_accept($server, 5);
            $request = '';
            while ($scheme === 'http' && is_resource($connection) && !str_contains($request, 'func=whoami') && !feof($connection)) {
                $request .= fread($connection, 4096);
            }
            file_put_contents($keep, $request);
            if ($answer === null) {
                fread($connection, 1);
            } elseif ($answer instanceof Closure) {
                $answer($connection);
            } elseif (is_resource($connection)) {
                @fwrite($connection, $answer);
                stream_socket_shutdown($connection, STREAM_SHUT_WR);
                @fread($connection, 1);
            }
            posix_kill(posix_getpid(), SIGKILL);
        }
        fclose($server);
        $reply = $this->post($scheme === 'http' ? Host::parse($address, true) : self::host("https://$address/"), $seconds, $waited);
        pcntl_waitpid($child, $status);
        return $reply;
    }

    private static function freePort(): int
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($server);
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($server, false), ':'), 1);
        fclose($server);
        return $port;
    }

    /** @return array{resource, int, string} a server with a certificate that it signed itself */
    private static function tlsServer(): array
    {
        $directory = sys_get_temp_dir() . '/ispnoc-tls-' . bin2hex(random_bytes(4));
        mkdir($directory, 0700);
        $key = openssl_pkey_new(['private_key_bits' => 2048]);
        self::assertNotFalse($key);
        $request = openssl_csr_new(['commonName' => '127.0.0.1'], $key);
        $certificate = openssl_csr_sign($request, null, $key, 1);
        self::assertNotFalse($certificate);
        openssl_x509_export_to_file($certificate, "$directory/cert.pem");
        openssl_pkey_export_to_file($key, "$directory/key.pem");
        $port = self::freePort();
        $code = '$c = stream_context_create(["ssl" => ["local_cert" => $argv[1] . "/cert.pem", "local_pk" => $argv[1] . "/key.pem"]]);'
            . '$s = stream_socket_server("ssl://127.0.0.1:$argv[2]", $e, $t, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $c);'
            . 'echo "ready\n"; while (true) { @stream_socket_accept($s, 10); }';
        $process = proc_open([PHP_BINARY, '-r', $code, $directory, (string) $port], [1 => ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        fgets($pipes[1]);
        return [$process, $port, $directory];
    }
}
