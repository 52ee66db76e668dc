using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Skiplink.Server.Api;

/// <summary>Lets a path be the address of a page: <c>/https://example.org/page</c>. In routes it is called <c>web</c>.</summary>
internal sealed class WebAddressConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out object? value) && value is string path
        && (path.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || path.StartsWith("http:", StringComparison.OrdinalIgnoreCase));
}
