//! The HTML pages that stand where a document should be.

use crate::wire::lang::Lang;
use crate::wire::reply::Reply;

/// The page of a proxy in front of the account; with 200, one that knows of no error.
pub fn page(status: u16) -> Reply {
    let title = match status {
        200 => "Maintenance",
        403 => "403 Forbidden",
        429 => "429 Too Many Requests",
        460 => "460 Access from this IP denied",
        500 => "500 Internal Server Error",
        502 => "502 Bad Gateway",
        503 => "503 Service Temporarily Unavailable",
        504 => "504 Gateway Time-out",
        _ => "Error",
    };
    html(
        status,
        format!(
            "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
             <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
        ),
    )
}

/// The page that asks to wait and names the address to ask again.
pub fn long(path: &str, lang: Lang) -> Reply {
    let code = lang.code();
    let text = lang.pick("Request in process, please wait", "Ваш запрос обрабатывается, пожалуйста, подождите");
    html(
        200,
        format!(
            "<!DOCTYPE html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"refresh\" content=\"2; url={path}\"><title>{text}</title></head>\n\
             <body><p>{text}</p><p><a href=\"{path}\">{path}</a></p></body></html>\n"
        ),
    )
}

fn html(status: u16, body: String) -> Reply {
    Reply::new(status, "text/html; charset=UTF-8", body)
}
